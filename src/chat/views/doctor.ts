import type { Block, Message, Text, Tone } from '../../domain/message.ts';
import type { Symptom } from '../../engine/services.ts';
import { listed, marked, plural, sentences, unmarked } from './words.ts';

const words: Readonly<Record<Symptom['state'], string>> = {
  ok: 'Fine',
  warning: 'Warning',
  failed: 'Failed',
  skipped: 'Not examined',
};
const tones: Readonly<Record<Symptom['state'], Tone>> = {
  ok: 'good',
  warning: 'medium',
  failed: 'critical',
  skipped: 'unknown',
};

/** The answer to a press: had it not arrived, there would be none. */
export const buttonArrived: Message = {
  text: 'Your press arrived: buttons work here.',
  blocks: [{ kind: 'text', tone: 'good', text: 'Your press arrived: buttons work here.' }],
  visibility: 'sender',
};

/** What works and what does not, worst first, each with what to do about it. */
export function doctorReport(symptoms: readonly Symptom[]): Message {
  const order: readonly Symptom['state'][] = ['failed', 'warning', 'skipped', 'ok'];
  const sorted = [...symptoms].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const count = (state: Symptom['state']) => symptoms.filter((s) => s.state === state).length;
  const counts = order.filter((s) => count(s) > 0).map((s) => `${count(s)} ${words[s].toLowerCase()}`);
  const title = `${plural(symptoms.length, 'thing')} examined${counts.length > 0 ? `: ${listed(counts)}` : ''}.`;
  return {
    text: sentences(
      title,
      ...sorted.map((s) =>
        sentences(
          `${s.area}, ${words[s.state].toLowerCase()}: ${unmarked(s.says)}`,
          s.remedy && unmarked(s.remedy),
        ),
      ),
    ),
    blocks: [
      { kind: 'text', text: [{ bold: title }] },
      ...sorted.map((s): Block => {
        const remedy: Text = s.remedy === undefined ? [] : [' ', ...[marked(s.remedy)].flat()];
        return {
          kind: 'text',
          tone: tones[s.state],
          text: [
            { bold: `${words[s.state]}. ` },
            `${s.area}: `,
            ...[marked(s.says)].flat(),
            ...[remedy].flat(),
          ],
        };
      }),
      { kind: 'buttons', buttons: [{ label: 'Try a button', says: 'doctor button' }] },
    ],
    visibility: 'sender',
    data: symptoms,
    exit: count('failed') > 0 ? 1 : 0,
  };
}
