import * as z from 'zod';
import { decodeBase64Url } from '#lib/secrets.ts';

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);
const common = {
  id: base64url.min(1).max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

const registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[\w-]{1,30}$/))
      .max(10)
      .default([]),
  }),
});

const authentication = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});

export type RegistrationAnswer = z.infer<typeof registration>;
export type AuthenticationAnswer = z.infer<typeof authentication>;

/** What the browser made of a ceremony (`PublicKeyCredential.toJSON()`), or null for anything else. */
export function readRegistration(json: string): RegistrationAnswer | null {
  return parsed(registration, json);
}

export function readAuthentication(json: string): AuthenticationAnswer | null {
  return parsed(authentication, json);
}

/** The challenge that an answer says it is for: unchecked. */
export function challengeIn(clientDataJSON: string): string | null {
  const bytes = decodeBase64Url(clientDataJSON);
  const data = bytes && parsed(z.object({ challenge: z.string().max(200) }), new TextDecoder().decode(bytes));
  return data?.challenge ?? null;
}

function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    const result = schema.safeParse(JSON.parse(json));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
