import type { Message } from '../../domain/message.ts';
import { sentences, shown } from './words.ts';

/** The new secret, shown once and to nobody else. */
export function enrolMessage({
  setupKey,
  png,
}: {
  readonly setupKey: string;
  readonly png: string;
}): Message {
  const lead = 'This is your setup key. It is shown once, and only to you.';
  const how =
    'Scan the picture with an authenticator app, or type the key into it. Then give the first code that it shows: until then nothing has changed.';
  const care = 'Whoever has this key can make your codes: scan it at once, and show it to nobody.';
  return {
    text: sentences(lead, how, care),
    blocks: [
      { kind: 'text', text: [{ bold: lead }] },
      { kind: 'code', text: setupKey.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ') },
      { kind: 'text', text: how },
      {
        kind: 'buttons',
        buttons: [{ label: 'Give the first code', says: 'enrol needs:code', asks: true, style: 'primary' }],
      },
      { kind: 'note', text: care },
    ],
    visibility: 'sender',
    personal: true,
    attachment: { name: 'setup-key.png', mediaType: 'image/png', text: png, encoding: 'base64' },
  };
}

export function enrolledMessage(): Message {
  const text = 'Your authenticator app is confirmed: its codes count from now on, each of them once.';
  return { text, blocks: [{ kind: 'text', tone: 'good', text }], visibility: 'sender', personal: true };
}

export function resetMessage(name: string): Message {
  const text = `The one-time codes of ${shown(name, 60)} count no more. They say “enrol” to set up new ones.`;
  return { text, blocks: [{ kind: 'text', text }], visibility: 'sender' };
}
