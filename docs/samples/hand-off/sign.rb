# Ruby 2.7 or later, nothing to install.
require "json"
require "openssl"
require "securerandom"

# From the page "Your key" of Portico's settings. Keep the secret where your other secrets are.
PORTAL = ENV.fetch("PORTICO_PORTAL") # https://support.example.com
ISSUER = ENV.fetch("PORTICO_ISSUER") # https://app.example.com
KID = ENV.fetch("PORTICO_KID")
SECRET = ENV.fetch("PORTICO_SECRET")

def encode(bytes)
  [bytes].pack("m0").tr("+/", "-_").delete("=")
end

# A token for the user who is signed in with you. Make it when they press, for it lives two minutes.
def portico_token(user)
  now = Time.now.to_i
  header = { alg: "HS256", typ: "JWT", kid: KID }
  claims = {
    iss: ISSUER,
    aud: PORTAL,
    iat: now,
    exp: now + 120,
    jti: SecureRandom.uuid,
    sub: user["id"],
    email: user["email"],
    name: user["name"],
    account_external_id: user["accountId"],
    account_name: user["accountName"],
    role: user["role"] # "admin" or "member"
  }.compact # What you do not know is left out: null is no text, and would be refused.
  body = "#{encode(header.to_json)}.#{encode(claims.to_json)}"
  "#{body}.#{encode(OpenSSL::HMAC.digest("SHA256", SECRET, body))}"
end

# Where to post the token: straight to the portal, or back to where the portal sent the user from.
def portico_address(return_to = nil)
  hand_off = "#{PORTAL}/sign-in/hand-off"
  # Never send a token anywhere else, whatever the address of your page says.
  return_to.to_s.start_with?("#{hand_off}?") ? return_to : hand_off
end

# ruby sign.rb '{"id":"42","email":"nora@example.com"}' prints a token.
puts portico_token(JSON.parse(ARGV.fetch(0))) if $PROGRAM_NAME == __FILE__
