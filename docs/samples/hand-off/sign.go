// Go 1.21 or later, nothing to install.
package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

// From the page "Your key" of Portico's settings. Keep the secret where your other secrets are.
var (
	portal = os.Getenv("PORTICO_PORTAL") // https://support.example.com
	issuer = os.Getenv("PORTICO_ISSUER") // https://app.example.com
	kid    = os.Getenv("PORTICO_KID")
	secret = os.Getenv("PORTICO_SECRET")
)

type User struct {
	ID          string `json:"id"`
	Email       string `json:"email"`
	Name        string `json:"name"`
	AccountID   string `json:"accountId"`
	AccountName string `json:"accountName"`
	Role        string `json:"role"` // "admin" or "member"
}

func encode(value any) (string, error) {
	data, err := json.Marshal(value)
	return base64.RawURLEncoding.EncodeToString(data), err
}

// PorticoToken makes a token for the user who is signed in with you. Make it
// when they press, for it lives two minutes.
func PorticoToken(user User) (string, error) {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		return "", err
	}
	now := time.Now().Unix()
	claims := map[string]any{
		"iss": issuer, "aud": portal, "iat": now, "exp": now + 120,
		"jti": hex.EncodeToString(id), "email": user.Email,
	}
	// What you do not know is left out: an empty text is no id, and would be refused.
	for name, value := range map[string]string{
		"sub": user.ID, "name": user.Name, "role": user.Role,
		"account_external_id": user.AccountID, "account_name": user.AccountName,
	} {
		if value != "" {
			claims[name] = value
		}
	}
	header, err := encode(map[string]string{"alg": "HS256", "typ": "JWT", "kid": kid})
	if err != nil {
		return "", err
	}
	payload, err := encode(claims)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(header + "." + payload))
	return header + "." + payload + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// PorticoAddress says where to post the token: straight to the portal, or back
// to where the portal sent the user from. Never send a token anywhere else.
func PorticoAddress(returnTo string) string {
	handOff := portal + "/sign-in/hand-off"
	if strings.HasPrefix(returnTo, handOff+"?") {
		return returnTo
	}
	return handOff
}

// go run sign.go '{"id":"42","email":"nora@example.com"}' prints a token.
func main() {
	var user User
	if err := json.Unmarshal([]byte(os.Args[1]), &user); err != nil {
		panic(err)
	}
	token, err := PorticoToken(user)
	if err != nil {
		panic(err)
	}
	fmt.Println(token)
}
