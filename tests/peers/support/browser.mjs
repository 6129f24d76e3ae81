// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// As much of a browser as a login needs: cookies (which know hosts, not ports), redirects, the
// script that leads from an approuter to the login, and the forms of the login page.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

export class Browser {
  constructor({ ca } = {}) {
    this.ca = ca ? readFileSync(ca) : undefined;
    this.jar = new Map(); // host → name → value
    this.seen = []; // every answer, in order
  }

  cookies(url) {
    return this.jar.get(new URL(url).hostname) ?? new Map();
  }

  setCookie(url, line) {
    const { hostname } = new URL(url);
    if (!this.jar.has(hostname)) this.jar.set(hostname, new Map());
    const [pair, ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const dead = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || (/^expires=/i.test(attribute) && Date.parse(attribute.slice(8)) < Date.now()));
    if (dead) this.jar.get(hostname).delete(name);
    else this.jar.get(hostname).set(name, pair.slice(name.length + 1));
  }

  // One request and its answer; nothing is followed.
  request(method, url, { headers = {}, body } = {}) {
    const cookie = [...this.cookies(url)].map(([name, value]) => `${name}=${value}`).join('; ');
    const client = url.startsWith('https:') ? https : http;
    return new Promise((resolve, reject) => {
      const request = client.request(url, {
        method,
        ca: this.ca,
        agent: false,
        headers: { 'user-agent': 'Mozilla/5.0 (test)', accept: 'text/html,*/*', ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }), ...headers },
      });
      request.on('error', reject);
      request.on('response', async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        for (const line of response.headers['set-cookie'] ?? []) this.setCookie(url, line);
        const answer = { url, status: response.statusCode, reason: response.statusMessage, headers: response.headers, rawHeaders: response.rawHeaders, body: Buffer.concat(chunks).toString() };
        this.seen.push(answer);
        resolve(answer);
      });
      request.end(body);
    });
  }

  // Where an answer leads: a redirect, or the script of an approuter's login.
  follow(answer) {
    if (answer.status >= 300 && answer.status < 400 && answer.headers.location) return new URL(answer.headers.location, answer.url).href;
    const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(answer.body)?.[1];
    const location = script && /location="([^"]+)"/.exec(script)?.[1];
    if (!location || !script.includes('locationAfterLogin')) return undefined;
    const { pathname, search } = new URL(answer.url);
    this.setCookie(answer.url, 'fragmentAfterLogin=');
    this.setCookie(answer.url, `locationAfterLogin=${encodeURIComponent(pathname + search)}`);
    this.setCookie(answer.url, /document\.cookie="(signature=[^"]*)"/.exec(script)[1]);
    return location;
  }

  // Opens a page as somebody who types its address, up to the page that leads no further.
  async open(url, { stopAt } = {}) {
    for (let hops = 0; hops < 20; ++hops) {
      if (stopAt?.test(url)) return { url };
      const answer = await this.request('GET', url);
      url = this.follow(answer);
      if (!url) return answer;
    }
    throw new Error('redirected twenty times');
  }

  // Fills in the login page that `answer` is; `fields` is what the person types or presses.
  async submit(answer, fields, options) {
    const csrf = /name="X-Uaa-Csrf" value="([^"]*)"/.exec(answer.body)?.[1];
    if (!csrf) throw new Error(`no login page at ${answer.url}: ${answer.status} ${answer.body.slice(0, 300)}`);
    const sent = await this.request('POST', new URL('/login.do', answer.url).href, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'X-Uaa-Csrf': csrf, ...fields }).toString(),
    });
    const next = this.follow(sent);
    return next ? this.open(next, options) : sent;
  }

  async login(url, user, options) {
    return this.submit(await this.open(url), { username: user, password: user }, options);
  }
}
