import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { createElement } from 'react';
import type { Form } from '#src/chat/adapter';
import { view } from '#src/chat/slack/form';
import { type RenderOptions, render } from '#src/chat/slack/render';
import type { Message } from '#src/domain/message';

/** One picture: messages as they follow each other in a channel, or a form. */
export interface Picture {
  /** The file's name, without `.png`. */
  readonly name: string;
  readonly messages?: readonly Shown[];
  readonly form?: Form;
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** Dots per point; 2 when absent. */
  readonly scale?: 1 | 2;
}

export interface Shown {
  readonly message: Message;
  /** Says above it that only the reader sees it. */
  readonly privately?: boolean;
  readonly options?: RenderOptions;
  /** Written by a person, above the answer. */
  readonly asked?: string;
}

const require = createRequire(import.meta.url);
// Without types here: only these words of it are needed.
const { renderToStaticMarkup } = require('react-dom/server') as {
  renderToStaticMarkup(element: unknown): string;
};
// The library's ESM build imports a style sheet, which Node does not.
const { Message: SlackMessage } = require('slack-blocks-to-jsx') as typeof import('slack-blocks-to-jsx');
const styles = readFileSync(join(require.resolve('slack-blocks-to-jsx'), '..', 'style.css'), 'utf8');

const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#1f3a5f"/>' +
    '<path d="M18 6l10 4v8c0 6-4 10-10 12C12 28 8 24 8 18v-8z" fill="#fff"/><path d="M16.500 12h3v4.500H24v3h-4.500V24h-3v-4.500H12v-3h4.500z" fill="#1f3a5f"/></svg>',
)}`;

const at = new Date('2026-06-01T08:00:00Z');

const frame = `
  body { margin: 0; font-family: Lato, "Liberation Sans", Arial, sans-serif; }
  .emoji { display: inline-block; width: 15px; height: 15px; line-height: 15px; margin-bottom: -2px; color: #fff; font-size: 12px; font-weight: 700; text-align: center; }
  #picture { box-sizing: border-box; padding: 18px 20px; background: #fff; color: #1d1c1d; }
  #picture[data-theme='dark'] { background: #1a1d21; color: #d1d2d3; }
  #picture td.whitespace-nowrap * { white-space: nowrap !important; word-break: normal !important; }
  #picture td.break-words { min-width: 170px; }
  #picture svg text[text-anchor='middle'] { font-size: 9.5px; }
  .asked { margin: 0 0 10px 44px; color: #616061; font-size: 13px; }
  .asked code { color: #1d1c1d; background: #f4f4f4; border: 1px solid #ddd; border-radius: 4px; padding: 1px 5px; }
  .private { margin: 0 0 2px 44px; color: #616061; font-size: 12px; }
  .message + .message { margin-top: 18px; }
  .modal { border: 1px solid #ddd; border-radius: 10px; box-shadow: 0 6px 24px rgb(0 0 0 / 14%); }
  .modal header { padding: 16px 20px; font-weight: 700; font-size: 18px; border-bottom: 1px solid #eee; }
  .modal main { padding: 8px 20px 16px; font-size: 15px; }
  .modal label { display: block; font-weight: 700; margin: 14px 0 5px; }
  .modal small { display: block; color: #616061; margin-top: 4px; font-size: 13px; }
  .modal .field { border: 1px solid #aaa; border-radius: 6px; padding: 8px 11px; color: #616061; min-height: 20px; white-space: pre-wrap; }
  .modal .long { min-height: 64px; }
  .modal .menu::after { content: "⌄"; float: right; }
  .modal footer { padding: 14px 20px; border-top: 1px solid #eee; text-align: right; }
  .modal button { font: 700 15px inherit; border-radius: 6px; padding: 7px 14px; border: 1px solid #bbb; background: #fff; margin-left: 8px; }
  .modal button.go { background: #007a5a; border-color: #007a5a; color: #fff; }`;

const circles: Record<string, string> = {
  red_circle: '#e01e5a',
  large_orange_circle: '#f2952f',
  large_yellow_circle: '#f2c744',
  large_blue_circle: '#3b8fe8',
};
const signs: Record<string, readonly [sign: string, colour: string]> = {
  white_check_mark: ['✓', '#2eb67d'],
  grey_question: ['?', '#9a9a9a'],
  information_source: ['i', '#3b8fe8'],
};

/** Drawn here, because a machine may have no font with emoji. */
function emoji({ name }: { readonly name: string }) {
  const [sign = '', colour = circles[name] ?? '#9a9a9a'] = signs[name] ?? [];
  const shape = circles[name] ? '50%' : '4px';
  return createElement(
    'span',
    { className: 'emoji', style: { background: colour, borderRadius: shape } },
    sign,
  );
}

/** The library takes `verbatim` for "no marks at all"; Slack means "nothing is linked that is not marked". */
const asSlackReads = (blocks: readonly object[]): never =>
  JSON.parse(JSON.stringify(blocks, (name, value) => (name === 'verbatim' ? undefined : value))) as never;

function shownHtml({ message, privately, options, asked }: Shown, theme: 'light' | 'dark'): string {
  const { blocks } = render(message, options);
  const html = renderToStaticMarkup(
    createElement(SlackMessage, {
      blocks: asSlackReads(blocks),
      logo,
      name: 'HIPAA',
      time: at,
      theme,
      hooks: { emoji },
    }),
  );
  const question = asked
    ? renderToStaticMarkup(createElement('p', { className: 'asked' }, createElement('code', null, asked)))
    : '';
  const note = privately ? '<p class="private">Only visible to you</p>' : '';
  return `<div class="message">${question}${note}${html}</div>`;
}

const fieldClass: Record<string, string> = {
  static_select: 'menu',
  users_select: 'menu',
  datepicker: 'menu',
};

function formHtml(form: Form): string {
  const modal = view(form, { channel: 'C0' });
  if (!modal) throw new Error(`Slack could not show the form “${form.title}”`);
  const e = createElement;
  const fields = modal['blocks'].map((block: Record<string, any>, i: number) => {
    if (block['type'] !== 'input') return e('p', { key: i }, block['text'].text);
    const { element } = block;
    const said = element.initial_value ?? element.initial_option?.text.text ?? element.initial_date ?? ' ';
    const kind = `field ${element.multiline ? 'long' : (fieldClass[element.type] ?? '')}`;
    const optional = block['optional'] ? ' (optional)' : '';
    return e(
      'div',
      { key: i },
      e('label', null, block['label'].text + optional),
      e('div', { className: kind }, said),
      block['hint'] ? e('small', null, block['hint'].text) : null,
    );
  });
  return renderToStaticMarkup(
    e(
      'div',
      { className: 'modal' },
      e('header', null, modal['title'].text),
      e('main', null, ...fields),
      e('footer', null, e('button', null, 'Cancel'), e('button', { className: 'go' }, modal['submit'].text)),
    ),
  );
}

export function htmlOf({ messages = [], form, theme = 'light' }: Picture): string {
  const body = form ? formHtml(form) : messages.map((each) => shownHtml(each, theme)).join('\n');
  return `<!doctype html><meta charset="utf-8"><style>${styles}\n${frame}</style><div id="picture" data-theme="${theme}">${body}</div>`;
}

/** Debian's Chromium, unless `CHROMIUM` names another. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const widest = 1400;

async function photograph(browser: Browser, picture: Picture, file: string): Promise<void> {
  const width = picture.width ?? (picture.form ? 520 : 790);
  const page = await browser.newPage({
    viewport: { width, height: 400 },
    deviceScaleFactor: picture.scale ?? 2,
    timezoneId: 'UTC',
    locale: 'en-US',
  });
  // Nothing is fetched: the page is all that there is.
  await page.route(/^https?:/, (route) => route.abort());
  await page.setContent(htmlOf(picture), { waitUntil: 'load' });
  // A wide table is moved sideways in Slack; a picture shows all of it.
  const hidden = await page.evaluate<number>(
    "Math.max(0, ...[...document.querySelectorAll('#picture *')].map((e) => e.scrollWidth - e.clientWidth))",
  );
  if (hidden > 0) await page.setViewportSize({ width: Math.min(widest, width + hidden), height: 400 });
  await page.locator('#picture').screenshot({ path: file, animations: 'disabled' });
  await page.close();
}

/** Draws each picture into `out` and answers the files. */
export async function preview(pictures: readonly Picture[], out: string): Promise<readonly string[]> {
  mkdirSync(out, { recursive: true });
  const profile = join(tmpdir(), `preview-${process.pid}`);
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--crash-dumps-dir=${profile}`,
    ],
  });
  try {
    const files: string[] = [];
    for (const picture of pictures) {
      const file = join(out, `${picture.name}.png`);
      await photograph(browser, picture, file);
      files.push(file);
    }
    return files;
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A few views of every kind, for whoever changes how messages look. */
const samples: readonly Picture[] = [
  {
    name: 'sample-blocks',
    messages: [
      {
        asked: '/hipaa show F-7K3QX',
        privately: true,
        options: { share: 'sample' },
        message: {
          text: 'F-7K3QX: the bucket is open to the world.',
          blocks: [
            { kind: 'heading', text: 'F-7K3QX clinic-records' },
            {
              kind: 'text',
              tone: 'critical',
              text: [
                { bold: 'Critical. Open.' },
                ' What was seen: ',
                { code: 'blockPublicPolicy' },
                ' is off.',
              ],
            },
            {
              kind: 'facts',
              facts: [
                { label: 'Account', value: 'production (111122223333)' },
                { label: 'Region', value: 'eu-west-1' },
                { label: 'Check', value: [{ code: 'aws/s3/bucket-public-access' }] },
                { label: 'Open since', value: [{ when: at.toISOString(), as: 'date' }] },
              ],
            },
            { kind: 'progress', done: 4, total: 10, label: 'accounts' },
            { kind: 'code', text: 'aws s3api get-public-access-block --bucket clinic-records' },
            {
              kind: 'buttons',
              buttons: [
                { label: 'Acknowledge', says: 'ack F-7K3QX', asks: true, style: 'primary' },
                { label: 'Accept risk', says: 'accept F-7K3QX', asks: true, style: 'danger' },
              ],
            },
            { kind: 'note', text: 'Audit head: record 42.' },
          ],
        },
      },
      {
        message: {
          text: 'Digest.',
          blocks: [
            {
              kind: 'table',
              summary: 'The worst two.',
              columns: ['Finding', 'Severity', 'Resource', 'Age'],
              rows: [
                [[{ code: 'F-7K3QX' }], 'Critical', 'clinic-records', '3 days'],
                [[{ code: 'F-0M2AB' }], 'High', 'an-archive-with-a-rather-long-name', '12 days'],
              ],
            },
            {
              kind: 'trend',
              title: 'Open findings, last 7 days',
              summary: 'Over 7 days, open findings went from 12 to 7.',
              labels: ['26 May', '27 May', '28 May', '29 May', '30 May', '31 May', '1 Jun'],
              series: [
                { name: 'Critical', values: [3, 3, 2, 2, 1, 1, 1] },
                { name: 'High', values: [9, 8, 8, 7, 7, 6, 6] },
              ],
            },
          ],
        },
      },
    ],
  },
  {
    name: 'sample-form',
    form: {
      title: 'Acknowledge a finding',
      explain: 'Says that somebody looks after it, until it lapses by itself.',
      submit: 'Acknowledge',
      says: 'ack F-7K3QX',
      fields: [
        {
          name: 'for',
          label: 'For',
          kind: 'line',
          required: false,
          initial: '7d',
          hint: 'How long: 7d, 12h, 2w.',
        },
        { name: 'reason', label: 'Reason', kind: 'paragraph', required: true },
      ],
    },
  },
];

/** `--from` names a module whose `pictures` is a list, or a function that answers one (async is fine), or a JSON file. */
async function picturesFrom(file: string): Promise<readonly Picture[]> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
  const { pictures } = await import(pathToFileURL(resolve(file)).href);
  return typeof pictures === 'function' ? pictures() : pictures;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'docs/images' },
      from: { type: 'string' },
      html: { type: 'boolean', default: false },
    },
  });
  const pictures = values.from ? await picturesFrom(values.from) : samples;
  if (values.html) {
    mkdirSync(values.out, { recursive: true });
    for (const picture of pictures) writeFileSync(join(values.out, `${picture.name}.html`), htmlOf(picture));
  } else if (!existsSync(executablePath)) {
    console.error(`There is no ${executablePath}: install chromium, or name it in CHROMIUM.`);
    process.exitCode = 1;
  } else for (const file of await preview(pictures, values.out)) console.log(file);
}
