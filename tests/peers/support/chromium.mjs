// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// A headless Chromium and one page of it, driven over the DevTools protocol.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-port=0'];

export class Chromium {
  static async start(program = '/usr/bin/chromium') {
    const chromium = new Chromium();
    chromium.profile = mkdtempSync(join(tmpdir(), 'tokentrail-chromium-'));
    // The sandbox's CA is made anew for each run; its host is loopback.
    chromium.child = spawn(program, [...flags, '--ignore-certificate-errors', `--user-data-dir=${chromium.profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const lines = createInterface({ input: chromium.child.stderr });
    const address = new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        const match = /DevTools listening on ws:\/\/([^/]+)/.exec(line);
        if (match) resolve(match[1]);
      });
      chromium.child.once('error', reject);
      chromium.child.once('exit', (code) => reject(new Error(`chromium ended with ${code}`)));
    });
    await chromium.connect(await address);
    return chromium;
  }

  // The page of a Chromium that somebody else started with this port for DevTools.
  static async attach(port, seconds = 30) {
    const chromium = new Chromium();
    for (const end = Date.now() + seconds * 1000; ; await pause(100)) {
      try {
        await chromium.connect(`127.0.0.1:${port}`);
        return chromium;
      } catch (error) {
        if (Date.now() > end) throw error; // it may take a while to listen
      }
    }
  }

  async connect(address) {
    const pages = await (await fetch(`http://${address}/json/list`)).json();
    this.socket = new WebSocket(pages.find((one) => one.type === 'page').webSocketDebuggerUrl);
    await once(this.socket, 'open');
    this.calls = new Map();
    this.socket.addEventListener('close', () => {
      for (const { reject } of this.calls.values()) reject(new Error('the page is gone'));
      this.calls.clear();
    });
    this.socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(data);
      if (!this.calls.has(id)) return;
      const { resolve, reject } = this.calls.get(id);
      this.calls.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    });
  }

  send(method, params = {}) {
    this.last = (this.last ?? 0) + 1;
    this.socket.send(JSON.stringify({ id: this.last, method, params }));
    return new Promise((resolve, reject) => this.calls.set(this.last, { resolve, reject }));
  }

  open(url) {
    return this.send('Page.navigate', { url });
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  // Until the page that `expression` asks about is there; a page that goes away answers nothing.
  async until(expression, seconds = 30) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) {
      const value = await this.evaluate(expression).catch(() => undefined);
      if (value) return value;
    }
    throw new Error(`${expression} did not come true on: ${await this.evaluate('location.href + " " + document.documentElement.innerText')}`);
  }

  async stop() {
    this.socket?.close();
    if (!this.child) return;
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
