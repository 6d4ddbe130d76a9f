import { accessSync, constants, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../domain/errors.ts';
import { Recorder } from '../report/recorder.ts';
import { scanOptions } from './options.ts';
import { scanOnce } from './scan.ts';
import { say, write } from './streams.ts';

/** `inventory record`: a scan whose sights are kept in a file, readable by its owner alone. */
export async function recordInventory(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb !== 'record') throw new ConfigError(['say `hipaa inventory record [--out FILE]`']);
  const at = rest.findIndex((a) => a === '--out' || a.startsWith('--out='));
  let out: string | undefined;
  const scanArgs = [...rest];
  if (at >= 0) {
    const inline = rest[at]?.split('=').slice(1).join('=');
    out = inline || rest[at + 1];
    if (!out) throw new ConfigError(['--out needs the name of a file']);
    scanArgs.splice(at, inline ? 1 : 2);
  }
  if (out !== undefined) refuseUnwritable(out);
  const recorder = new Recorder();
  const code = await scanOnce(scanOptions(scanArgs), recorder);
  if (code !== 0) return code;
  const document = recorder.write('aws', new Date().toISOString());
  if (out === undefined) await write(document);
  else {
    // A file that is there already would keep its own, wider mode.
    const part = `${out}.${process.pid}.part`;
    writeFileSync(part, document, { mode: 0o600, flag: 'wx' });
    renameSync(part, out);
    say(`The inventory is in ${out}. It names resources; keep it as you keep your configuration.`);
  }
  return 0;
}

/** Said before the scan, not after it. */
function refuseUnwritable(out: string): void {
  try {
    accessSync(dirname(out), constants.W_OK);
  } catch (cause) {
    throw new ConfigError([`${out} cannot be written: name a file in a folder that is there`], { cause });
  }
}
