// Keys and key sets for tests, by an implementation that is not ours: jose, of the example front end.
import { createRequire } from 'node:module';

const frontEnd = createRequire(new URL('../../../../examples/frontend-node/main.mjs', import.meta.url));
const { CompactSign, calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair } = await import(frontEnd.resolve('jose'));
export { compactDecrypt };

export async function newPair(algorithm) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwk, thumbprint: await calculateJwkThumbprint(jwk) };
}

export const sealingKey = ({ jwk }, kid = 'newest') => ({ ...jwk, kid, use: 'enc', alg: 'ECDH-ES+A256KW' });

/** A set with one key, as the anchor signs it; `header` and `set` put other members in, `shown` is the key in the header. */
export function keySet(anchor, service, pair, iat = 1_795_339_800, { header = {}, set = {}, shown = anchor } = {}) {
  const payload = { service, iat, keys: [sealingKey(pair)], ...set };
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: 'sspr-keys+jwt', jwk: shown.jwk, ...header })
    .sign(anchor.privateKey, { crit: { b64: true } });
}
