// A Chromium of one's own, spoken to over two pipes (the DevTools protocol); so a test needs no package.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATIENCE = 30_000;

/** Where it is: CHROMIUM, or the first of the usual names on the path; undefined if there is none. */
export function findChromium() {
  const found = (process.env.PATH ?? '').split(':').flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...found].filter(Boolean).find((file) => {
    try {
      return accessSync(file, constants.X_OK) ?? true;
    } catch {
      return false;
    }
  });
}

export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), 'portal-chromium-'));
  #answers = new Map();
  #pages = new Map();
  #last = 0;
  #process;

  constructor(file = findChromium()) {
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
    const more = ['--disable-component-update', '--disable-sync', '--disable-quic', '--remote-debugging-pipe'];
    this.#process = spawn(file, [...flags, ...more, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    this.#process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop();
      messages.forEach((message) => this.#take(JSON.parse(message)));
    });
  }

  send(method, params = {}, sessionId) {
    const id = ++this.#last;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject, method }));
  }

  #take({ id, result, error, method, params, sessionId }) {
    if (!id) return this.#pages.get(sessionId)?.noticed(method, params);
    const { resolve, reject, method: asked } = this.#answers.get(id);
    this.#answers.delete(id);
    if (error) reject(new Error(`${asked}: ${error.message}`));
    else resolve(result);
  }

  /** An empty page in a profile of its own. */
  async page() {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page((method, params) => this.send(method, params, sessionId));
    page.close = () => this.send('Target.disposeBrowserContext', { browserContextId });
    this.#pages.set(sessionId, page);
    for (const domain of ['Page', 'Runtime', 'Log']) await page.send(`${domain}.enable`);
    return page;
  }

  async close() {
    const ended = new Promise((done) => this.#process.once('exit', done));
    await this.send('Browser.close').catch(() => {});
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Page {
  /** What the browser complained of. */
  problems = [];

  constructor(send) {
    this.send = send;
  }

  noticed(method, params) {
    if (method === 'Runtime.exceptionThrown') this.problems.push(params.exceptionDetails.exception?.description ?? 'exception');
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.problems.push(params.entry.text);
  }

  async open(url) {
    await this.send('Page.navigate', { url });
    await this.until(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
  }

  /** The value of an expression in the page; promises are waited for. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async until(condition) {
    const deadline = Date.now() + PATIENCE;
    while (!(await this.evaluate(`Boolean(${condition})`).catch(() => false))) {
      if (Date.now() > deadline) throw new Error(`never came true: ${condition}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  async type(id, text) {
    await this.evaluate(`document.getElementById('${id}').select() ?? document.getElementById('${id}').focus()`);
    await this.send('Input.insertText', { text });
  }

  async press(key) {
    const text = key === 'Enter' ? '\r' : undefined;
    const code = { Enter: 13, Tab: 9, ' ': 32 }[key];
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, text, windowsVirtualKeyCode: code });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code });
  }
}
