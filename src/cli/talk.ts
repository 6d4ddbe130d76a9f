import { randomUUID } from 'node:crypto';
import { oneShot } from '../chat/console/adapter.ts';
import { loadConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { build } from '../main.ts';
import { operator, terminalDirectory } from '../terminal-people.ts';
import { split } from './options.ts';

/** Quotes a word so that the chat's grammar reads it as the shell gave it. */
const quoted = (word: string): string => (/[\s"]/.test(word) ? quoteAfterName(word) : word);
const quoteAfterName = (word: string): string => {
  const [, name = '', value = word] = /^(--[\w-]+=|[\w-]+:)?(.*)$/s.exec(word) ?? [];
  return `${name}"${value.replaceAll('"', "'")}"`;
};

/** One command of the chat, said once at a terminal. */
export async function talk(args: readonly string[]): Promise<number> {
  const { options, words } = split(args);
  const config = loadConfig({ file: options.config, database: options.database, env: process.env });
  const log = createLog(options.verbose ? 'debug' : 'warn');
  const app = await build({ config, log, inventory: options.inventory });
  try {
    const me = operator();
    const adapter = oneShot(process.stdout);
    app.connect(adapter, terminalDirectory([me]));
    await app.start({ schedule: false, channelOf: (id) => ({ platform: 'slack', team: '', id }) });
    const channel = { platform: 'terminal' as const, team: 'local', id: 'terminal' };
    const says = words.map(quoted).join(' ');
    const message = await app.ears.hear({ key: `terminal:${randomUUID()}`, actor: me, channel, says });
    await adapter.show(message);
    await app.drain();
    return message.exit ?? 0;
  } finally {
    await app.stop();
  }
}
