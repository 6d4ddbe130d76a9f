import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findVenv } from './venv.ts';

export interface Moto {
  endpoint: string;
  /** Every account empty again. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const readyWithinMs = 60_000;

// `python -m moto.server`, which also ends when the pipe from us closes: no orphan after a killed worker.
const program = `
import os, runpy, sys, threading
threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
runpy.run_module("moto.server", run_name="__main__", alter_sys=True)
`;

export async function startMoto(options: { env?: Record<string, string> } = {}): Promise<Moto> {
  const venv = await findVenv();
  if (!venv.ok) throw new Error(`no moto: ${venv.reason}`);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(venv.python, ['-c', program, '-H', '127.0.0.1', '-p', String(port)], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, ...options.env },
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    const killOnExit = () => void child.kill('SIGKILL');
    process.once('exit', killOnExit);
    const endpoint = `http://127.0.0.1:${port}`;
    if (await isReady(endpoint, child)) {
      return {
        endpoint,
        async reset() {
          const response = await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
          if (!response.ok) throw new Error(`moto refused to reset: ${response.status}`);
          await response.text();
        },
        async stop() {
          process.off('exit', killOnExit);
          await end(child);
        },
      };
    }
    process.off('exit', killOnExit);
    await end(child);
    // Another process may have taken the port between asking and starting.
    if (attempt === 3) throw new Error(`moto did not start: ${said.trim()}`);
  }
}

async function isReady(endpoint: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answered = await fetch(`${endpoint}/moto-api/data.json`).then(
      async (r) => (await r.text()) !== '' && r.ok,
      () => false,
    );
    if (answered) return true;
    await sleep(50);
  }
  return false;
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
