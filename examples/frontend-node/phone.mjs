// What a person has at hand: an authenticator app and a mailbox.
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Alone in its line; people read it more easily in two halves. */
const CODE = /^\s*(\d{4}) ?(\d{4})\s*$/m;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 6238: SHA-1, 6 digits, 30 seconds. Each code is used once, so the next may have to be waited for. */
export class AuthenticatorApp {
  #secret;
  #lastUsed = 0;

  constructor(base32) {
    const bits = [...base32].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
    this.#secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  }

  async code() {
    while (Math.floor(Date.now() / 30_000) <= this.#lastUsed) await sleep(30_000 - (Date.now() % 30_000) + 1);
    this.#lastUsed = Math.floor(Date.now() / 30_000);
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.#lastUsed));
    const hash = createHmac('sha1', this.#secret).update(counter).digest();
    const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  }
}

/** The 8-digit code in the mail number `count` (from 0) to an address that has one, as the mail catcher shows it. */
export async function mailedCode(page, address, count, patience = 30_000) {
  const url = `${page}/api/user/${encodeURIComponent(address)}/messages`;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    const response = await fetch(url);
    if (!response.ok) continue; // a mailbox exists once something has come for it
    const mails = (await response.json()).sort((one, other) => Number(one.uid) - Number(other.uid));
    const codes = mails.map((mail) => text(mail.mimeMessage).match(CODE)?.slice(1).join('')).filter(Boolean);
    if (codes.length > count) return codes[count];
  }
  throw new Error(`no mail with a code to ${address}`);
}

/** The first plain text of a MIME message. */
function text(raw) {
  const [head, ...rest] = raw.replaceAll('\r\n', '\n').split('\n\n');
  const body = rest.join('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const boundary = unfolded.match(/^content-type: *multipart\/.*boundary="?([^";]+)/im)?.[1];
  if (boundary) return body.split(`--${boundary}`).slice(1, -1).map((part) => text(part.trimStart())).find(Boolean) ?? '';
  if (/^content-type:(?! *text\/plain)/im.test(unfolded)) return '';
  const encoding = unfolded.match(/^content-transfer-encoding: *(\S+)/im)?.[1].toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? body.replaceAll('=\n', '') : body;
}
