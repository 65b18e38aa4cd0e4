// seal.js against an implementation that is not ours (jose), and its key sets against forgers.
//   (cd examples/frontend-node && npm ci) && node --test portal/src/test/js/
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { compactDecrypt, keySet as signedSet, newPair, sealingKey as published } from './keys.mjs';
import { CannotSeal, KeyRing, readKeySet, seal } from '../../main/resources/static/seal.js';

const SERVICE = 'registration-service';
const NOW = 1_795_339_800_750;

const anchor = await newPair('ES256');
const service = await newPair('ECDH-ES+A256KW');
const sealingKey = published(service);

const keySet = ({ by = anchor, ...other } = {}) => signedSet(by, SERVICE, service, undefined, { shown: by, ...other });
const key = async () => (await readKeySet(await keySet(), anchor.thumbprint, SERVICE)).key;
const binding = () => ({ typ: 'sspr.request.submit-proof.v1', aud: SERVICE, mid: randomUUID(), flow: randomUUID() });
const refused = (reason) => (problem) => problem instanceof CannotSeal && problem.reason === reason;
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('what is sealed opens with another implementation and says the same', async () => {
  const bound = binding();
  const content = { flowSecret: 'A'.repeat(43), proof: 'gesło  🐎 " \\ ', origin: 'si' };

  const { plaintext } = await compactDecrypt(await seal(await key(), bound, content, NOW), service.privateKey);

  const text = new TextDecoder().decode(plaintext);
  assert.equal(plaintext.length, 512);
  assert.deepEqual(JSON.parse(text), content);
  assert.match(text, /} +$/);
});

test('the header has the members of the contract and no others', async () => {
  const bound = binding();
  const { protectedHeader } = await compactDecrypt(await seal(await key(), bound, {}, NOW), service.privateKey);

  const { epk, ...rest } = protectedHeader;
  assert.deepEqual(rest, { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: 'newest', ...bound, iat: 1_795_339_800 });
  assert.deepEqual(Object.keys(epk).sort(), ['crv', 'kty', 'x', 'y']);
});

test('without a flow the header has none', async () => {
  for (const flow of [undefined, null]) {
    const sealed = await seal(await key(), { ...binding(), flow }, {}, NOW);
    const { protectedHeader } = await compactDecrypt(sealed, service.privateKey);
    assert.ok(!('flow' in protectedHeader));
  }
});

test('the length of a seal tells one of four sizes, counted in bytes', async () => {
  const to = await key();
  const wrapping = JSON.stringify({ p: '' }).length;
  for (const [length, size] of [[0, 512], [512, 512], [513, 1024], [1025, 2048], [2049, 4096], [4096, 4096]]) {
    const content = { p: 'x'.repeat(Math.max(0, length - wrapping)) };
    const { plaintext } = await compactDecrypt(await seal(to, binding(), content, NOW), service.privateKey);
    assert.equal(plaintext.length, size, `${length} bytes`);
  }
  const { plaintext } = await compactDecrypt(await seal(to, binding(), { p: 'š'.repeat(256) }, NOW), service.privateKey);
  assert.equal(plaintext.length, 1024);
  await assert.rejects(seal(to, binding(), { p: 'x'.repeat(4097 - wrapping) }, NOW), refused('TOO_LONG'));
});

test('the same content never looks the same', async () => {
  const [to, bound] = [await key(), binding()];
  const seals = await Promise.all([1, 2, 3].map(() => seal(to, bound, { proof: '123456' }, NOW)));
  for (let part = 0; part < 5; part++) assert.equal(new Set(seals.map((each) => each.split('.')[part])).size, 3, `part ${part}`);
});

test('the first key for sealing is taken, whatever stands before and after it', async () => {
  const later = { ...sealingKey, kid: 'older' };
  const tomorrow = { kty: 'AKP', alg: 'ML-KEM-768', kid: 'tomorrow', use: 'enc' };
  const jws = await keySet({ set: { keys: [tomorrow, sealingKey, later] } });
  assert.equal((await readKeySet(jws, anchor.thumbprint, SERVICE)).key.kid, 'newest');
});

const forger = await newPair('ES256');
const other = await newPair('ES256');
const forgeries = {
  'signed by a stranger who shows their own key': [{ by: forger }, 'WRONG_ANCHOR'],
  'signed by a stranger who shows the key of the anchor': [{ by: forger, shown: anchor }, 'BAD_SIGNATURE'],
  'signed for something else': [{ header: { typ: 'sspr-assertion+jwt' } }, 'WRONG_TYPE'],
  'without a type': [{ header: { typ: undefined } }, 'ALGORITHM_NOT_ALLOWED'],
  'with a kid in the header': [{ header: { kid: 'x' } }, 'ALGORITHM_NOT_ALLOWED'],
  'with crit in the header': [{ header: { crit: ['b64'], b64: true } }, 'ALGORITHM_NOT_ALLOWED'],
  'of another service': [{ set: { service: 'reset-service' } }, 'WRONG_SERVICE'],
  'without keys': [{ set: { keys: [] } }, 'MALFORMED'],
  'with keys that are no list': [{ set: { keys: { 0: sealingKey } } }, 'MALFORMED'],
  'without iat': [{ set: { iat: undefined } }, 'MALFORMED'],
  'with a key for signing': [{ set: { keys: [{ ...sealingKey, use: 'sig' }] } }, 'MALFORMED'],
  'with a key without kid': [{ set: { keys: [{ ...sealingKey, kid: undefined }] } }, 'MALFORMED'],
  'with a point that is not on the curve': [{ set: { keys: [{ ...sealingKey, y: other.jwk.y }] } }, 'MALFORMED'],
  'with a key on another curve': [{ set: { keys: [{ ...sealingKey, crv: 'P-384' }] } }, 'MALFORMED'],
};
for (const [name, [how, reason]] of Object.entries(forgeries)) {
  test(`a key set ${name} is refused`, async () => {
    await assert.rejects(readKeySet(await keySet(how), anchor.thumbprint, SERVICE), refused(reason));
  });
}

test('a key set that was changed, cut or spelt otherwise is refused', async () => {
  const [header, payload, signature] = (await keySet()).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url'));
  const changed = base64url({ ...claims, keys: [{ ...sealingKey, ...other.jwk }] });
  // The last of 86 characters carries two bits; four of its neighbours mean the same bytes to a lax reader.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const respelt = signature.slice(0, -1) + alphabet[alphabet.indexOf(signature.at(-1)) + 1];
  const none = base64url({ alg: 'none', typ: 'sspr-keys+jwt', jwk: anchor.jwk });
  const cases = [
    [[header, changed, signature], 'BAD_SIGNATURE'],
    [[header, payload, respelt], 'MALFORMED'],
    [[header, payload, ''], 'MALFORMED'],
    [[header, payload, `${signature}==`], 'MALFORMED'],
    [[header, payload], 'MALFORMED'],
    [[header, payload, signature, ''], 'MALFORMED'],
    [[none, payload, signature], 'ALGORITHM_NOT_ALLOWED'],
    [[base64url(null), payload, signature], 'MALFORMED'],
    [[base64url([]), payload, signature], 'MALFORMED'],
    [['', payload, signature], 'MALFORMED'],
  ];
  for (const [parts, reason] of cases) await assert.rejects(readKeySet(parts.join('.'), anchor.thumbprint, SERVICE), refused(reason));
  await assert.rejects(readKeySet('<!doctype html>', anchor.thumbprint, SERVICE), refused('MALFORMED'));
});

test('without an anchor nothing is believed', async () => {
  for (const nothing of ['', undefined, null]) {
    await assert.rejects(readKeySet(await keySet(), nothing, SERVICE), refused('WRONG_ANCHOR'));
  }
});

test('a ring asks again each time, and keeps the newest genuine set', async () => {
  const named = (kid, iat) => keySet({ set: { iat, keys: [{ ...sealingKey, kid }] } });
  const served = [await named('first', 100), await named('second', 200), await named('first', 100)];
  const held = new Map();
  const ring = () => new KeyRing(anchor.thumbprint, async () => `${served.shift()}\n`, held);

  assert.equal((await ring().keyOf('registration', SERVICE)).kid, 'first');
  assert.equal((await ring().keyOf('registration', SERVICE)).kid, 'second');
  assert.equal((await ring().keyOf('registration', SERVICE)).kid, 'second', 'an older set was played back');
});

test('a ring gives no key when the set is forged or cannot be loaded, though it holds a good one', async () => {
  const held = new Map([['registration', await keySet()]]);
  const forged = new KeyRing(anchor.thumbprint, () => keySet({ by: forger }), held);
  await assert.rejects(forged.keyOf('registration', SERVICE), refused('WRONG_ANCHOR'));
  const offline = new KeyRing(anchor.thumbprint, () => Promise.reject(new TypeError('offline')), held);
  await assert.rejects(offline.keyOf('registration', SERVICE), TypeError);
});

test('what a ring holds is not believed for being held', async () => {
  const held = new Map([['registration', await keySet({ by: forger, set: { iat: 9_999_999_999 } })]]);
  const ring = new KeyRing(anchor.thumbprint, () => keySet(), held);
  assert.equal((await ring.keyOf('registration', SERVICE)).kid, 'newest');
});
