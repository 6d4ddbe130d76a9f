import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ConfigError } from '../domain/errors.ts';

/** Microsoft's own client, run for one person. */
export interface Playground {
  readonly url: string;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Read by the Playground before its own code: it would listen on every interface, and live on after a killed bot. */
const preload = `
import { Server } from 'node:net';
const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  if (typeof port === 'object' && port !== null && port.path === undefined)
    return listen.call(this, { ...port, host: '127.0.0.1' }, ...rest);
  if (typeof port !== 'number') return listen.call(this, port, ...rest);
  return listen.call(this, port, '127.0.0.1', ...rest.filter((one) => typeof one === 'function'));
};
process.stdin.resume().on('end', () => process.exit());
`;

const readyWithinMs = 30_000;

function programPath(): string {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch (cause) {
    throw new ConfigError(
      [
        'Microsoft’s Agents Playground is not installed. It comes with the development packages: run `npm install` in a clone, without --omit=dev, and start the demo again.',
      ],
      { cause },
    );
  }
}

/** The port that it says it listens on; it takes another where the wanted one is busy. */
async function portOf(child: ChildProcess): Promise<number> {
  let said = '';
  const signal = AbortSignal.timeout(readyWithinMs);
  const heard = new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      const [, port] = /Listening on (\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(Number(port));
    };
    const failed = (how: string) =>
      reject(new ConfigError([`Microsoft’s Agents Playground ${how}. It said: ${said.trim() || 'nothing'}`]));
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', () => failed('could not be started'));
    child.once('exit', () => failed('ended before it was ready'));
    signal.addEventListener('abort', () => failed('was not ready in time'));
  });
  return heard;
}

/** Starts it on loopback, without credentials and without telemetry. */
export async function startPlayground(options: {
  readonly name: string;
  /** People and conversations, as its configuration file holds them. */
  readonly config: object;
  readonly endpoint: string;
  readonly port: number;
  /** Its files are written here. */
  readonly folder: string;
  readonly opensBrowser: boolean;
}): Promise<Playground> {
  const { name, config, endpoint, port, folder, opensBrowser } = options;
  const program = programPath();
  const file = join(folder, `${name}.yml`);
  // YAML reads JSON.
  writeFileSync(file, JSON.stringify(config, null, 2));
  const args = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, program, ...args],
    {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        // It is somebody else's program, and needs none of our credentials.
        ...Object.fromEntries(
          [
            'PATH',
            'HOME',
            'TMPDIR',
            'CI',
            'DISPLAY',
            'BROWSER',
            'XDG_RUNTIME_DIR',
            'TEAMSAPPTESTER_BROWSER',
          ].flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]])),
        ),
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, `${name}.log`),
        ...(opensBrowser ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
      },
    },
  );
  const ended = once(child, 'close').catch(() => {});
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
  try {
    const at = await portOf(child);
    return { url: `http://localhost:${at}`, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
