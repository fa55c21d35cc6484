# Python 3.8 or later, nothing to install.
import base64
import hashlib
import hmac
import json
import os
import sys
import time
import uuid

# From the page "Your key" of Portico's settings. Keep the secret where your other secrets are.
PORTAL = os.environ["PORTICO_PORTAL"]  # https://support.example.com
ISSUER = os.environ["PORTICO_ISSUER"]  # https://app.example.com
KID = os.environ["PORTICO_KID"]
SECRET = os.environ["PORTICO_SECRET"]


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def portico_token(user):
    """A token for the user who is signed in with you. Make it when they press, for it lives two minutes."""
    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT", "kid": KID}
    claims = {
        "iss": ISSUER,
        "aud": PORTAL,
        "iat": now,
        "exp": now + 120,
        "jti": str(uuid.uuid4()),
        "sub": user.get("id"),
        "email": user["email"],
        "name": user.get("name"),
        "account_external_id": user.get("accountId"),
        "account_name": user.get("accountName"),
        "role": user.get("role"),  # "admin" or "member"
    }
    # What you do not know is left out: null is no text, and would be refused.
    claims = {name: value for name, value in claims.items() if value is not None}
    body = encode(json.dumps(header).encode()) + b"." + encode(json.dumps(claims).encode())
    mac = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
    return (body + b"." + encode(mac)).decode()


def portico_address(return_to=None):
    """Where to post the token: straight to the portal, or back to where the portal sent the user from."""
    hand_off = PORTAL + "/sign-in/hand-off"
    # Never send a token anywhere else, whatever the address of your page says.
    return return_to if (return_to or "").startswith(hand_off + "?") else hand_off


# python3 sign.py '{"id":"42","email":"nora@example.com"}' prints a token.
if __name__ == "__main__":
    print(portico_token(json.loads(sys.argv[1])))
