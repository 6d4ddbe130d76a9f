import { describe, expect, it } from 'vitest';
import { render } from '#src/chat/teams/render';
import { cardProblems, messageProblems, portableBytes } from '../../kit/teams/adaptive-card/problems.ts';
import { dangersIn, ruleProblems } from '../../kit/teams/adaptive-card/rules.ts';
import { schemaProblems } from '../../kit/teams/adaptive-card/schema.ts';
import { sdkProblems } from '../../kit/teams/adaptive-card/sdk.ts';
import { withoutAdditions } from '../../kit/teams/adaptive-card/teams-additions.ts';

type Json = Record<string, any>;

const card = (...body: Json[]): Json => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: 'A card.',
  body,
});
const text = (more: Json = {}): Json => ({ type: 'TextBlock', text: 'words', ...more });
const input = (more: Json = {}): Json => ({ type: 'Input.Text', id: 'reason', label: 'Reason', ...more });

describe('the two validators', () => {
  it.each([
    ['a good card', card(text(), input()), false, false],
    ['an element that there is not', card({ type: 'TextBlok', text: 'x' }), true, true],
    ['a misspelt property', card(text({ colour: 'good' })), true, false],
    ['a value that there is not', card(text({ color: 'purple' })), true, true],
    ['a text that is missing', card({ type: 'TextBlock' }), true, false],
    ['one id twice', card(input(), input()), false, true],
    ['an input without an id', card({ type: 'Input.Text', label: 'x' }), true, true],
    ['a required input without words for when it is empty', card(input({ isRequired: true })), false, true],
    [
      'a menu without choices',
      card({ type: 'Input.ChoiceSet', id: 'x', label: 'x', choices: [] }),
      false,
      true,
    ],
    ['an element of a later version', card({ type: 'Chart.Line', data: [] }), true, true],
    ['no version', (({ version: _, ...rest }) => rest)(card(text())), false, false],
  ] as const)('%s: the schema minds %s', (_, given, schema, sdk) => {
    expect([schemaProblems(given).length > 0, sdkProblems(given).length > 0]).toEqual([schema, sdk]);
  });

  it('seven actions in a row are one too many', () => {
    const row = (n: number) =>
      card({
        type: 'ActionSet',
        actions: Array.from({ length: n }, (_, i) => ({ type: 'Action.Submit', title: `b${i}` })),
      });
    expect(sdkProblems(row(6))).toEqual([]);
    expect(sdkProblems(row(7))).not.toEqual([]);
    expect(ruleProblems({ ...row(7), msteams: { width: 'Full' } })).toEqual(['7 actions in a row']);
  });
});

const ours: Json = { ...card(text()), msteams: { width: 'Full' } };

describe('our own rules', () => {
  it.each([
    ['version', 'the version is undefined'],
    ['$schema', 'no $schema'],
    ['fallbackText', 'no fallbackText'],
    ['msteams', 'not in full width'],
  ])('a card without %s', (name, problem) => {
    expect(ruleProblems(ours)).toEqual([]);
    const { [name]: _, ...rest } = ours;
    expect(ruleProblems(rest)).toEqual([problem]);
  });

  const execute = (fallback?: Json): Json => ({
    ...ours,
    body: [
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            verb: 'say',
            data: { verb: 'say', says: 'help' },
            ...(fallback ? { fallback } : {}),
          },
        ],
      },
    ],
  });
  it('an Execute falls back on a Submit that says the same', () => {
    expect(ruleProblems(execute({ type: 'Action.Submit', data: { verb: 'say', says: 'help' } }))).toEqual([]);
    expect(ruleProblems(execute())).toEqual(['say has no Submit to fall back on']);
    expect(ruleProblems(execute({ type: 'Action.Submit', data: { verb: 'say', says: 'fix' } }))).toEqual([
      'say falls back on something else',
    ]);
  });

  it('a toggle shows what is there', () => {
    const toggle = {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', targetElements: ['x'] }],
    };
    expect(ruleProblems({ ...ours, body: [toggle, text({ id: 'x' })] })).toEqual([]);
    expect(ruleProblems({ ...ours, body: [toggle] })).toEqual(['a toggle of "x", which is not there']);
  });

  it.each([
    ['<at>Everyone</at>', true],
    ['<img src=x>', true],
    ['a < b, 3 <4', false],
    ['{{DATE(2026-01-01T00:00:00Z, SHORT)}} {{TIME(2026-01-01T00:00:00Z)}}', false],
    ['{{DATE()}}', true],
    ['$\u007bx}', true],
    ['&lt;', true],
    ['a & b', false],
    ['a\u202eb', true],
    ['\ud83d', true],
    ['\u0007', true],
  ])('%j is dangerous: %s', (said, dangerous) => expect(dangersIn(said).length > 0).toBe(dangerous));

  it('is looked for in everything that is shown, and in nothing that is only carried back', () => {
    const found = (...body: Json[]) => ruleProblems({ ...ours, body }).length;
    const bad = '<at>x</at>';
    expect(found(text({ text: bad }))).toBe(1);
    expect(found({ type: 'RichTextBlock', inlines: [bad, { type: 'TextRun', text: bad }] })).toBe(2);
    expect(found({ type: 'FactSet', facts: [{ title: bad, value: bad }] })).toBe(2);
    expect(found({ type: 'Input.ChoiceSet', label: bad, choices: [{ title: bad, value: bad }] })).toBe(2);
    expect(
      found({
        type: 'ActionSet',
        actions: [{ type: 'Action.Submit', title: bad, tooltip: bad, data: { says: bad } }],
      }),
    ).toBe(2);
    expect(
      found({ type: 'Chart.Line', title: bad, data: [{ legend: bad }], fallback: text({ text: bad }) }),
    ).toBe(3);
  });

  it('a call is allowed where its entity is', () => {
    const entities = [{ type: 'mention', text: '<at>Ann</at>', mentioned: { id: 'a1', name: 'Ann' } }];
    const calling = (said: string) =>
      cardProblems({ ...card(text({ text: said })), msteams: { width: 'Full', entities } });
    expect(calling('by <at>Ann</at>')).toEqual([]);
    expect(calling('by <at>Bob</at>')).not.toEqual([]);
  });

  it('what Teams adds is looked at before it is left out', () => {
    const point = (i: number) => ({ x: `2026-11-0${i}`, y: i });
    const chart = {
      type: 'Chart.Line',
      data: [{ legend: 'a', values: [point(1), point(2)] }],
      fallback: text(),
    };
    expect(withoutAdditions({ ...ours, body: [chart] })).toEqual({ card: card(text()), problems: [] });
    for (const bad of [
      { ...chart, fallback: undefined },
      { ...chart, data: [] },
      { ...chart, axis: 1 },
    ])
      expect(withoutAdditions({ ...ours, body: [bad] }).problems).not.toEqual([]);
    expect(withoutAdditions({ ...ours, msteams: { width: 'full' } }).problems).not.toEqual([]);
  });

  it('a menu to type into is one of 1.5, though the schema forgot it', () => {
    const menu = {
      type: 'Input.ChoiceSet',
      id: 'x',
      label: 'x',
      style: 'filtered',
      choices: [{ title: 'a', value: 'a' }],
    };
    expect([schemaProblems(card(menu)).length > 0, sdkProblems(card(menu))]).toEqual([true, []]);
    expect(cardProblems({ ...ours, body: [menu] })).toEqual([]);
  });

  it('a byte more than the budget is seen', () => {
    const { text: line, card: small } = render({ text: 'x', blocks: [] });
    const padded = (n: number) =>
      messageProblems({ text: line, card: { ...small, fallbackText: 'x'.repeat(n) } });
    const room =
      portableBytes / 2 -
      JSON.stringify({
        type: 'message',
        summary: line,
        attachments: [
          { contentType: 'application/vnd.microsoft.card.adaptive', content: { ...small, fallbackText: '' } },
        ],
      }).length;
    expect(padded(room)).toEqual([]);
    expect(padded(room + 1)).toEqual([`${portableBytes + 2} bytes`]);
  });
});
