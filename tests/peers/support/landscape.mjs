// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// A sandbox and the real programs that run against it, for one test file.
import { spawn, execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ctlProgram = process.env.TOKENTRAILCTL;

// Below the ports that the system gives to connections: until the application listens, nobody else
// is given this one.
export async function freePort() {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port);
    const isFree = await once(server, 'listening').then(() => true, () => false);
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

export class Landscape {
  static async start() {
    const landscape = new Landscape();
    landscape.dir = mkdtempSync(join(tmpdir(), 'tokentrail-peer-'));
    for (const name of ['run', 'home']) mkdirSync(join(landscape.dir, name), { mode: 0o700 });
    landscape.env = {
      ...process.env,
      HOME: join(landscape.dir, 'home'),
      XDG_RUNTIME_DIR: join(landscape.dir, 'run'),
      XDG_STATE_HOME: join(landscape.dir, 'state-home'),
      XDG_DATA_HOME: join(landscape.dir, 'data-home'),
    };
    landscape.state = join(landscape.dir, 'state');
    landscape.children = [];
    const child = spawn(ctlProgram, ['sandbox', 'run', '--state', landscape.state, '--http-port', '0', '--https-port', '0'],
      { env: landscape.env, stdio: ['ignore', 'pipe', 'inherit'] });
    landscape.children.push(child);
    const [line] = await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`sandbox run ended with ${code}`))),
    ]);
    landscape.endpoints = JSON.parse(line);
    landscape.key = join(landscape.dir, 'key.json');
    writeFileSync(landscape.key, (await landscape.ctl('sandbox', 'bindings', '--format', 'service-key', '--state', landscape.state)).stdout);
    return landscape;
  }

  async stop() {
    for (const child of this.children) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    }
    rmSync(this.dir, { recursive: true, force: true });
  }

  // Runs tokentrailctl; resolves with code, stdout, stderr and, under --json, the answer.
  ctl(...args) {
    return new Promise((resolve) => {
      execFile(ctlProgram, args, { env: this.env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
        let json;
        if (args.includes('--json')) {
          try {
            json = JSON.parse(stdout);
          } catch {
            json = undefined;
          }
        }
        resolve({ code: error ? error.code : 0, stdout, stderr, json });
      });
    });
  }

  // A tokentrailctl that waits for something: said() gives the first group that its stderr
  // matches, ended() its code, stdout and answer.
  begin(...args) {
    return this.beginWith({}, ...args);
  }

  beginWith(env, ...args) {
    const child = spawn(ctlProgram, args, { env: { ...this.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.children.push(child);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr, json: stdout ? JSON.parse(stdout) : undefined }));
    return {
      said: (pattern) =>
        new Promise((resolve, reject) => {
          child.stderr.on('data', (chunk) => {
            stderr += chunk;
            const match = pattern.exec(stderr);
            if (match) resolve(match[1]);
          });
          child.once('close', (code) => reject(new Error(`${args[0]} ended with ${code}: ${stderr}`)));
        }),
      ended: () => ended,
    };
  }

  file(name, content) {
    const path = join(this.dir, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  }

  // A token in a file, as the command line wants it.
  async login(grant, user) {
    const args = ['login', '--key', this.key, '--grant', grant, '--print-token'];
    if (user) args.push('--user', user, '--password-file', this.file(`${user}.password`, user));
    const { code, stdout, stderr } = await this.ctl(...args);
    if (code !== 0) throw new Error(`login as ${user ?? grant} ended with ${code}: ${stderr}`);
    this.logins = (this.logins ?? 0) + 1; // a later login must not change what an earlier one gave
    return this.file(`${user ?? grant}-${this.logins}.token`, stdout.trim());
  }

  read(path) {
    return readFileSync(path, 'utf8').trim();
  }

  async bindings(...options) {
    const { code, stdout, stderr } = await this.ctl('sandbox', 'bindings', '--format', 'default-env', '--state', this.state, ...options);
    if (code !== 0) throw new Error(`sandbox bindings ended with ${code}: ${stderr}`);
    return JSON.parse(stdout);
  }

  async fault(...args) {
    const { code, stderr } = await this.ctl('sandbox', 'fault', ...args, '--state', this.state);
    if (code !== 0) throw new Error(`sandbox fault ${args} ended with ${code}: ${stderr}`);
  }

  async trail() {
    const { json, stderr } = await this.ctl('sandbox', 'trail', '--state', this.state, '--json');
    if (!json) throw new Error(`sandbox trail gave no JSON: ${stderr}`);
    return json;
  }

  clearTrail() {
    return this.ctl('sandbox', 'trail', '--state', this.state, '--clear');
  }

  // A program that serves http: resolves when `ready` matches its output; the match's first group,
  // or its port, is its address. Rejects with the output when it ends before.
  async serve(args, { cwd, env, ready, port }) {
    const child = spawn(process.execPath, args, { cwd, env: { ...this.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.children.push(child);
    let log = '';
    const url = await new Promise((resolve, reject) => {
      const read = (chunk) => {
        log += chunk;
        const match = ready.exec(log);
        if (match) resolve(match[1] ?? `http://localhost:${port}`);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('close', (code) => reject(Object.assign(new Error(`the program ended with ${code}:\n${log}`), { code, log })));
    });
    return {
      url: url.replace('localhost', '127.0.0.1'),
      log: () => log,
      stop: async () => {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGTERM');
          await once(child, 'exit');
        }
      },
    };
  }

  // A copy of a folder of this project, with real packages and the sandbox's bindings.
  async appFolder(source, modules, adapt, options = []) {
    const app = mkdtempSync(join(this.dir, 'app-'));
    cpSync(source, app, { recursive: true });
    symlinkSync(modules, join(app, 'node_modules'));
    const bindings = adapt(await this.bindings(...options));
    if (bindings) writeFileSync(join(app, 'default-env.json'), JSON.stringify(bindings), { mode: 0o600 });
    return app;
  }

  // A real CAP application.
  async cap(source, { env = {}, adapt = (bindings) => bindings, modules = process.env.PEER_MODULES, write = {} } = {}) {
    const cwd = await this.appFolder(source, modules, adapt);
    for (const [name, content] of Object.entries(write)) writeFileSync(join(cwd, name), content);
    const port = await freePort();
    return this.serve([join(modules, '@sap/cds/bin/serve.js'), 'all'], {
      cwd,
      env: { PORT: String(port), NODE_EXTRA_CA_CERTS: this.endpoints.ca, ...env },
      ready: /server listening on { url: '([^']+)'/,
    });
  }

  // A real approuter; `destinations` are those of its environment.
  async approuter(source, { destinations = [], env = {}, adapt = (bindings) => bindings, edit = (config) => config, bindings: options = [] } = {}) {
    const modules = process.env.PEER_MODULES;
    const cwd = await this.appFolder(source, modules, (bindings) => adapt({ ...bindings, destinations }), options);
    writeFileSync(join(cwd, 'xs-app.json'), JSON.stringify(edit(readJson(join(cwd, 'xs-app.json')))));
    const port = await freePort();
    return this.serve([join(modules, '@sap/approuter/approuter.js'), '-w', cwd, '-p', String(port)], {
      cwd,
      env: { NODE_EXTRA_CA_CERTS: this.endpoints.ca, ...env },
      ready: /Application router is listening on port/,
      port,
    });
  }
}

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
export const idsOf = (answer, severity) =>
  (answer.findings ?? []).filter((f) => !severity || f.severity === severity).map((f) => f.id);
