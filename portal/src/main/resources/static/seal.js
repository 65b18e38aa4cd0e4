// Seals what a person types so that only the service can read it, to a key that the configured anchor vouches for: the
// contract's "Sealing" and "The services' keys" with WebCrypto. Knows no page.

const SEALING = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' };
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const SIZES = [512, 1024, 2048, 4096];
const TAG_BYTES = 16;
const LONGEST_KEY_SET = 64 * 1024;

const subtle = () => {
  // Browsers have it on https and on localhost only.
  if (!globalThis.crypto?.subtle) throw new CannotSeal('NO_CRYPTOGRAPHY');
  return crypto.subtle;
};
const utf8 = (text) => new TextEncoder().encode(text);

/** Nothing was sealed, and nothing may be sent. */
export class CannotSeal extends Error {
  constructor(reason) {
    super(`Cannot seal: ${reason}`);
    this.reason = reason;
  }
}

/** The compact JWE of `content` (an object), which opens in that one message only; `key` is what a KeyRing gave. */
export async function seal(key, { typ, aud, mid, flow }, content, now = Date.now()) {
  const ephemeral = await subtle().generateKey(CURVE, true, ['deriveBits']);
  const epk = publicPart(await subtle().exportKey('jwk', ephemeral.publicKey));
  const iat = Math.floor(now / 1000);
  const header = encode(utf8(JSON.stringify({ ...SEALING, kid: key.kid, typ, aud, mid, flow: flow ?? undefined, iat, epk })));

  const contentKey = await subtle().generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const wrappingKey = await agree(ephemeral.privateKey, key);
  const wrapped = await subtle().wrapKey('raw', contentKey, wrappingKey, 'AES-KW');

  const iv = crypto.getRandomValues(new Uint8Array(12));
  const gcm = { name: 'AES-GCM', iv, additionalData: utf8(header), tagLength: 8 * TAG_BYTES };
  const encrypted = new Uint8Array(await subtle().encrypt(gcm, contentKey, pad(content)));
  const tagAt = encrypted.length - TAG_BYTES;
  const parts = [wrapped, iv, encrypted.subarray(0, tagAt), encrypted.subarray(tagAt)];
  return [header, ...parts.map(encode)].join('.');
}

/** The keys of the services, each as good as the anchor's signature: `load(service)` gives the compact JWS of a set. */
export class KeyRing {
  #anchor;
  #load;
  #held;

  /** `held` remembers the newest set of each service, as a Map does. */
  constructor(anchor, load, held = new Map()) {
    this.#anchor = anchor;
    this.#load = load;
    this.#held = held;
  }

  /** The key to seal to; throws CannotSeal, or whatever `load` throws. */
  async keyOf(service, audience) {
    const jws = (await this.#load(service)).trim();
    const loaded = await readKeySet(jws, this.#anchor, audience);
    const kept = await this.#kept(service, audience);
    // A set that was replaced is genuine all the same: whoever plays it back wants us to use a key that leaked.
    if (kept && kept.iat > loaded.iat) return kept.key;
    this.#held.set(service, jws);
    return loaded.key;
  }

  async #kept(service, audience) {
    const jws = this.#held.get(service);
    return jws ? readKeySet(jws, this.#anchor, audience).catch(() => null) : null;
  }
}

/** { iat, key } of a key set if the anchor signed it for that service. */
export async function readKeySet(jws, anchor, service) {
  const parts = jws.split('.');
  if (parts.length !== 3 || jws.length > LONGEST_KEY_SET) throw new CannotSeal('MALFORMED');
  const header = json(parts[0]);
  if (header.alg !== 'ES256' || Object.keys(header).sort().join() !== 'alg,jwk,typ') throw new CannotSeal('ALGORITHM_NOT_ALLOWED');
  if (header.typ !== 'sspr-keys+jwt') throw new CannotSeal('WRONG_TYPE');
  const jwk = publicPart(header.jwk);
  if ((await thumbprint(jwk)) !== anchor) throw new CannotSeal('WRONG_ANCHOR');
  const verifier = await imported(jwk, SIGNATURE, ['verify']);
  const signed = utf8(`${parts[0]}.${parts[1]}`);
  if (!(await subtle().verify(SIGNATURE, verifier, decode(parts[2]), signed))) throw new CannotSeal('BAD_SIGNATURE');

  const set = json(parts[1]);
  if (set.service !== service) throw new CannotSeal('WRONG_SERVICE');
  const first = Array.isArray(set.keys) && set.keys.find((key) => key?.alg === SEALING.alg);
  if (!first || !Number.isInteger(set.iat)) throw new CannotSeal('MALFORMED');
  if (first.use !== 'enc' || typeof first.kid !== 'string' || !first.kid) throw new CannotSeal('MALFORMED');
  const publicKey = await imported(publicPart(first), CURVE, []);
  return { iat: set.iat, key: { kid: first.kid, publicKey } };
}

/** RFC 7638 with SHA-256, base64url. */
async function thumbprint({ crv, kty, x, y }) {
  return encode(await subtle().digest('SHA-256', utf8(JSON.stringify({ crv, kty, x, y }))));
}

/** JSON with spaces to one of four sizes, so that the length of a password does not show. */
function pad(content) {
  const bytes = utf8(JSON.stringify(content));
  const size = SIZES.find((candidate) => bytes.length <= candidate);
  if (!size) throw new CannotSeal('TOO_LONG');
  const padded = new Uint8Array(size).fill(0x20);
  padded.set(bytes);
  return padded;
}

/** The key that wraps: ECDH and one round of Concat KDF (RFC 7518 section 4.6.2) without apu and apv. */
async function agree(privateKey, { publicKey }) {
  const shared = await subtle().deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const algorithm = utf8(SEALING.alg);
  const parts = [uint32(1), new Uint8Array(shared), uint32(algorithm.length), algorithm, uint32(0), uint32(0), uint32(256)];
  const hash = await subtle().digest('SHA-256', new Uint8Array(parts.flatMap((part) => [...part])));
  return subtle().importKey('raw', hash, 'AES-KW', false, ['wrapKey']);
}

const uint32 = (number) => new Uint8Array([number >>> 24, number >>> 16, number >>> 8, number]);

async function imported(jwk, algorithm, uses) {
  try {
    return await subtle().importKey('jwk', jwk, algorithm, false, uses);
  } catch {
    throw new CannotSeal('MALFORMED');
  }
}

function publicPart(jwk) {
  const { kty, crv, x, y } = jwk ?? {};
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') throw new CannotSeal('MALFORMED');
  return { kty, crv, x, y };
}

function json(part) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decode(part)));
    if (value && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // said below
  }
  throw new CannotSeal('MALFORMED');
}

const encode = (bytes) =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function decode(part) {
  // Each part has one spelling only (RFC 7515 appendix C); atob alone would take more.
  if (!/^[\w-]+$/.test(part)) throw new CannotSeal('MALFORMED');
  try {
    const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    if (encode(bytes) === part) return bytes;
  } catch {
    // said below
  }
  throw new CannotSeal('MALFORMED');
}
