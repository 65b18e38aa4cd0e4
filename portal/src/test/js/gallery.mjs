// Serves the pages of src/test/resources/gallery in the portal's frame, under its Content-Security-Policy, to look at and to
// test its script:  node portal/src/test/js/gallery.mjs [port]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const resources = new URL('../../main/resources/', import.meta.url);
const gallery = new URL('../resources/gallery/', import.meta.url);
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page as Thymeleaf would make it: the frame stands as it is in the template, which is HTML by itself. */
async function page(name, change = (html) => html) {
  const layout = await readFile(new URL('templates/layout.html', resources), 'utf8');
  const own = (await readFile(new URL(`${name}.html`, gallery), 'utf8')).replaceAll('COUNTDOWN', String(Date.now() + 45_000));
  const framed = layout
    .replace(/<!--\/\*[^]*?\*\/-->\n/, '')
    .replace(/<title.*<\/title>/, () => own.match(/<title>.*<\/title>/)[0])
    .replace(/<main[^]*<\/main>/, () => own.match(/<main[^]*<\/main>/)[0]);
  return change(framed);
}

/** `answer(request, response, url)` may take a request by returning true; `change(html, name)` may change a page. */
export async function serve({ port = 0, answer = async () => false, change } = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    try {
      if (await answer(request, response, url)) return;
      const name = url.pathname.slice(1) || 'start';
      const isFile = extname(name) !== '';
      const body = isFile ? await file(name) : await page(name, change && ((html) => change(html, name)));
      const type = TYPES[isFile ? extname(name) : '.html'];
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-store' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { server, origin: `http://localhost:${server.address().port}` };
}

async function file(name) {
  if (name === 'brand.css') return '';
  const [, shown] = name.match(/^gallery\/([\w-]+\.\w+)$/) ?? [];
  return readFile(shown ? new URL(shown, gallery) : new URL(`static/${name.match(/^[\w-]+\.\w+$/)[0]}`, resources));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serve({ port: Number(process.argv[2] ?? 8099) });
  console.log(`${origin}/{start,method,code,password,waiting,done,codes,security}`);
}
