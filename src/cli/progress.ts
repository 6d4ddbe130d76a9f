import { styleText } from 'node:util';
import type { ScanProgress } from '../engine/services.ts';

const width = 24;
const redrawEveryMs = 100;

/** One line on standard error that is drawn over; nothing where nobody watches. */
export function progressBar(stream: NodeJS.WriteStream) {
  let drawnAt = 0;
  const draw = (progress: ScanProgress) => {
    const kinds = progress.accounts.reduce((sum, a) => sum + Math.max(1, a.kinds), 0);
    const done = progress.accounts.reduce((sum, a) => sum + (a.state === 'refused' ? 1 : a.kindsDone), 0);
    const filled = Math.round((Math.min(done, kinds) / Math.max(1, kinds)) * width);
    const failing = progress.accounts.reduce((sum, a) => sum + a.failing, 0);
    const unknown = progress.accounts.reduce((sum, a) => sum + a.notAssessed, 0);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    const accounts =
      progress.accounts.length > 1
        ? `${progress.accounts.filter((a) => a.state === 'done').length}/${progress.accounts.length} accounts, `
        : '';
    const text = `${bar} ${accounts}${progress.resources} resources, ${failing} failing, ${unknown} not assessed`;
    stream.write(`\r\u001b[2K${styleText('cyan', text, { stream })}`);
  };
  return {
    show(progress: ScanProgress) {
      if (!stream.isTTY || Date.now() - drawnAt < redrawEveryMs) return;
      drawnAt = Date.now();
      draw(progress);
    },
    clear() {
      if (stream.isTTY) stream.write('\r\u001b[2K');
    },
  };
}
