<?php
// PHP 8.0 or later, nothing to install.

// From the page "Your key" of Portico's settings. Keep the secret where your other secrets are.
define('PORTAL', getenv('PORTICO_PORTAL')); // https://support.example.com
define('ISSUER', getenv('PORTICO_ISSUER')); // https://app.example.com
define('KID', getenv('PORTICO_KID'));
define('SECRET', getenv('PORTICO_SECRET'));

function encode(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

/** A token for the user who is signed in with you. Make it when they press, for it lives two minutes. */
function portico_token(array $user): string
{
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'JWT', 'kid' => KID];
    $claims = [
        'iss' => ISSUER,
        'aud' => PORTAL,
        'iat' => $now,
        'exp' => $now + 120,
        'jti' => bin2hex(random_bytes(16)),
        'sub' => $user['id'] ?? null,
        'email' => $user['email'],
        'name' => $user['name'] ?? null,
        'account_external_id' => $user['accountId'] ?? null,
        'account_name' => $user['accountName'] ?? null,
        'role' => $user['role'] ?? null, // "admin" or "member"
    ];
    // What you do not know is left out: null is no text, and would be refused.
    $claims = array_filter($claims, fn ($value) => $value !== null);
    $body = encode(json_encode($header, JSON_THROW_ON_ERROR)) . '.' . encode(json_encode($claims, JSON_THROW_ON_ERROR));
    return $body . '.' . encode(hash_hmac('sha256', $body, SECRET, true));
}

/** Where to post the token: straight to the portal, or back to where the portal sent the user from. */
function portico_address(?string $returnTo = null): string
{
    $handOff = PORTAL . '/sign-in/hand-off';
    // Never send a token anywhere else, whatever the address of your page says.
    return str_starts_with($returnTo ?? '', $handOff . '?') ? $returnTo : $handOff;
}

// php sign.php '{"id":"42","email":"nora@example.com"}' prints a token.
if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    echo portico_token(json_decode($argv[1], true, 512, JSON_THROW_ON_ERROR)), "\n";
}
