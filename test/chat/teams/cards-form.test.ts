import { describe, expect, it } from 'vitest';
import type { Field, Form } from '#src/chat/adapter';
import { answered } from '#src/chat/form';
import { answersOf, pressOf } from '#src/chat/teams/card-data';
import { type FormContext, formCard } from '#src/chat/teams/inputs-form';
import { limits } from '#src/chat/teams/limits';
import { messageProblems } from '../../kit/teams/adaptive-card/problems.ts';
import { type Json, objectsOf } from '../../kit/teams/adaptive-card/walk.ts';
import { hostile } from './samples.ts';

const field = (more: Partial<Field> = {}): Field => ({
  name: 'reason',
  label: 'Reason',
  kind: 'line',
  required: true,
  ...more,
});
const form = (more: Partial<Form> = {}): Form => ({
  title: 'Acknowledge',
  explain: 'Says that somebody looks after it.',
  submit: 'Acknowledge',
  says: 'ack F-7K3QX',
  fields: [field()],
  ...more,
});

function drawn(
  given: Form,
  context?: FormContext,
): { readonly inputs: Json[]; readonly actions: Json[]; readonly said: string } {
  const rendered = formCard(given, context);
  if (!rendered) throw new Error('the form was not drawn');
  expect(messageProblems(rendered)).toEqual([]);
  const objects = [...objectsOf(rendered.card)];
  return {
    inputs: objects.filter(({ type }) => type?.startsWith('Input.')),
    actions: objects.filter(({ type }) => type === 'Action.Execute'),
    said: JSON.stringify(rendered.card),
  };
}
const inputOf = (given: Partial<Field>, context?: FormContext) =>
  drawn(form({ fields: [field(given)] }), context).inputs[0];

describe('a form', () => {
  it('stands in the card, with what each input is for', () => {
    const { inputs, actions } = drawn(
      form({
        fields: [
          field({ hint: 'Why it can wait.', initial: 'because', maxLength: 200 }),
          field({ name: 'long', kind: 'paragraph', maxLength: 9000 }),
          field({ name: 'for', kind: 'choice', choices: [{ label: 'A week', value: '7d' }], initial: '7d' }),
          field({ name: 'until', kind: 'date', initial: '2027-01-31', required: false }),
          field({ name: 'owner', kind: 'person' }),
        ],
      }),
    );
    expect(inputs).toMatchObject([
      { type: 'Input.Text', value: 'because', maxLength: 200, errorMessage: 'Reason: this is needed.' },
      { type: 'Input.Text', isMultiline: true, maxLength: limits.inputText },
      { type: 'Input.ChoiceSet', style: 'compact', value: '7d' },
      { type: 'Input.Date', value: '2027-01-31' },
      { type: 'Input.Text' },
    ]);
    expect(inputs.map((each) => each['isRequired'] === true)).toEqual([true, true, true, false, true]);
    expect(actions).toMatchObject([
      { verb: 'fill', title: 'Acknowledge', style: 'positive', data: { says: 'ack F-7K3QX' } },
    ]);
  });

  it('may be left without being filled', () => {
    const { actions } = drawn(form(), { back: 'show F-7K3QX' });
    expect(actions[1]).toMatchObject({
      verb: 'say',
      title: 'Cancel',
      data: { says: 'show F-7K3QX' },
      associatedInputs: 'none',
      fallback: { associatedInputs: 'none' },
    });
  });

  it('offers people by name where they are known', () => {
    const people = [
      { label: 'Ann', value: '<@a1>' },
      { label: '<at>Bob</at>', value: '<@b2>' },
    ];
    expect(inputOf({ kind: 'person' }, { people })).toMatchObject({
      type: 'Input.ChoiceSet',
      style: 'filtered',
    });
    expect(inputOf({ kind: 'person', initial: '<@b2>' }, { people })?.['value']).toBe('<@b2>');
    expect(inputOf({ kind: 'person', initial: 'carl' }, { people })).not.toHaveProperty('value');
  });

  it('with choices that no menu holds becomes a line to type', () => {
    const type = (choices: Field['choices']) =>
      inputOf({ kind: 'choice', ...(choices ? { choices } : {}) })?.['type'];
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ label: `${i}`, value: `${i}` }));
    expect(type(many(limits.choices))).toBe('Input.ChoiceSet');
    expect(type(many(limits.choices + 1))).toBe('Input.Text');
    expect(type([])).toBe('Input.Text');
    expect(type([{ label: 'x', value: '' }])).toBe('Input.Text');
    expect(
      type([
        { label: 'x', value: 'a' },
        { label: 'y', value: 'a' },
      ]),
    ).toBe('Input.Text');
    expect(
      type(many(90).map(({ value }) => ({ label: 'x'.repeat(100), value: value.padEnd(100, 'y') }))),
    ).toBe('Input.Text');
  });

  it('shown again says what is wrong, and keeps what was typed but for one-time codes', () => {
    const again = drawn(form({ fields: [field(), field({ name: 'code', label: 'One-time code' })] }), {
      answers: { reason: 'because', code: '123456' },
      problems: { reason: 'Say more.', elsewhere: 'And this.', constructor: 'Odd.' },
    });
    expect(again.inputs.map((each) => each['value'])).toEqual(['because', undefined]);
    for (const says of ['Say more.', 'And this.', 'Odd.']) expect(again.said).toContain(says);
    expect(again.said).not.toContain('123456');
  });

  it.each(hostile.map((name) => [JSON.stringify(name).slice(0, 40), name]))('made of %s', (_, name) => {
    const fields = [
      field({ label: name, hint: name, initial: name }),
      field({ name: 'a', kind: 'paragraph', label: name, initial: name }),
      field({
        name: 'b',
        kind: 'choice',
        choices: [
          { label: name, value: 'x' },
          { label: 'y', value: name || 'z' },
        ],
      }),
      field({ name: 'c', kind: 'person', initial: name }),
      field({ name: 'd', kind: 'date', initial: name }),
    ];
    const context: FormContext = {
      people: [{ label: name, value: 'p' }],
      answers: { a: name },
      problems: { a: name, x: name },
    };
    drawn(form({ title: name, explain: name, submit: name, fields }), context);
  });

  it('whose command does not fit must be typed', () => {
    expect(formCard(form({ says: 'x'.repeat(limits.buttonSays) }))).not.toBeNull();
    expect(formCard(form({ says: 'x'.repeat(limits.buttonSays + 1) }))).toBeNull();
    expect(formCard(form({ fields: [] }))).toBeNull();
    const fields = (n: number) =>
      form({ fields: Array.from({ length: n }, (_, i) => field({ name: `f${i}` })) });
    expect(formCard(fields(limits.fields))).not.toBeNull();
    expect(formCard(fields(limits.fields + 1))).toBeNull();
  });

  it('that is too large with what was typed comes back without it', () => {
    const fields = Array.from({ length: 5 }, (_, i) => field({ name: `f${i}`, kind: 'paragraph' }));
    const answers = Object.fromEntries(fields.map(({ name }) => [name, 'x'.repeat(3000)]));
    expect(drawn(form({ fields }), { answers }).inputs.every((each) => !('value' in each))).toBe(true);
  });
});

describe('an answer', () => {
  it('is told from what the button carries, and appended to the command', () => {
    const data = {
      verb: 'fill',
      says: 'ack F-7K3QX',
      'answer:reason': ' fine" for:"99d',
      'answer:owner': '',
      'answer:says': 'x',
      msteams: {},
    };
    expect(answersOf(data)).toEqual({ reason: 'fine" for:"99d', owner: '', says: 'x' });
    expect(pressOf(data)).toEqual({ verb: 'fill', says: 'ack F-7K3QX' });
    expect(answered('ack F-7K3QX', answersOf(data))).toBe('ack F-7K3QX reason:"fine\\" for:\\"99d" says:"x"');
  });

  it.each([
    [null],
    ['say'],
    [7],
    [{}],
    [{ verb: 'delete', says: 'x' }],
    [{ verb: 'say' }],
    [{ verb: ['say'], says: 'x' }],
    [[]],
  ])('from a client that sends %j is none', (data) => {
    expect(pressOf(data)).toBeNull();
    expect(answersOf(data)).toEqual({});
  });

  it('under a name that objects have by nature is only a name', () => {
    const answers = answersOf(JSON.parse('{"answer:__proto__":"x","answer:a":{"b":1},"__proto__":"y"}'));
    expect(Object.entries(answers)).toEqual([['__proto__', 'x']]);
  });
});
