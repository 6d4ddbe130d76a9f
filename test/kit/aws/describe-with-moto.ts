import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Moto, startMoto } from './moto.ts';
import { findVenv } from './venv.ts';

/**
 * A suite with one moto of its own. Where it cannot be had the suite says why and is skipped;
 * with CI=true it fails, so that a green build has really run it.
 */
export function describeWithMoto(
  name: string,
  suite: (moto: Moto) => void,
  options: { env?: Record<string, string> } = {},
) {
  describe(name, async () => {
    const venv = await findVenv();
    if (!venv.ok) {
      const why = `moto is not available: ${venv.reason}`;
      if (process.env['CI'] === 'true') {
        return test('moto is available', () => {
          throw new Error(why);
        });
      }
      console.warn(`skipped "${name}": ${why}`);
      return test.skip(`skipped: ${why.split('\n')[0]}`);
    }
    let running: Moto | undefined;
    const moto = (): Moto => {
      if (!running) throw new Error('moto runs only inside tests and hooks');
      return running;
    };
    beforeAll(async () => {
      running = await startMoto(options);
    });
    afterAll(async () => {
      await running?.stop();
    });
    suite({
      get endpoint() {
        return moto().endpoint;
      },
      reset: () => moto().reset(),
      stop: () => moto().stop(),
    });
  });
}
