import { describe, expect, it } from 'vitest';
import type { Field, Form } from '#src/chat/adapter';
import { filled, view } from '#src/chat/slack/form';
import { limits } from '#src/chat/slack/limits';
import { viewProblems } from '../../kit/slack/limits.ts';

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
const context = { channel: 'C000000001' };

describe('a form', () => {
  it('becomes a modal that Slack takes', () => {
    const all = form({
      fields: [
        field({ hint: 'Why it can wait.', initial: 'because', maxLength: 200 }),
        field({ name: 'long', kind: 'paragraph', maxLength: 9000 }),
        field({ name: 'for', kind: 'choice', choices: [{ label: 'A week', value: '7d' }], initial: '7d' }),
        field({ name: 'until', kind: 'date', initial: '2027-01-31', required: false }),
        field({ name: 'owner', kind: 'person', initial: '<@U000000001>' }),
      ],
    });
    const modal = view(all, context);
    expect(viewProblems(modal, 'modal')).toEqual([]);
    const elements = modal?.['blocks'].slice(1).map((block: { element: unknown }) => block.element);
    expect(elements).toMatchObject([
      { type: 'plain_text_input', initial_value: 'because', max_length: 200 },
      { type: 'plain_text_input', multiline: true, max_length: 3000 },
      { type: 'static_select', initial_option: { value: '7d' } },
      { type: 'datepicker', initial_date: '2027-01-31' },
      { type: 'users_select', initial_user: 'U000000001' },
    ]);
    expect(modal?.['blocks'][4]).toMatchObject({ block_id: 'until', optional: true });
  });

  it.each([
    ['title', 24],
    ['submit', 24],
  ] as const)('%s: cut behind %i characters', (name, max) => {
    const shown = (n: number) => view(form({ [name]: 'x'.repeat(n) }), context)?.[name].text;
    expect(shown(max)).toHaveLength(max);
    expect(shown(max + 1)).toBe(`${'x'.repeat(max - 1)}…`);
  });

  it('with choices that no menu holds becomes a line to type', () => {
    const element = (choices: Field['choices']) =>
      view(form({ fields: [field({ kind: 'choice', ...(choices ? { choices } : {}) })] }), context)?.[
        'blocks'
      ][1].element.type;
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ label: `${i}`, value: `${i}` }));
    expect(element(many(100))).toBe('static_select');
    expect(element(many(101))).toBe('plain_text_input');
    expect(element([])).toBe('plain_text_input');
    expect(element([{ label: 'x', value: 'x'.repeat(150) }])).toBe('static_select');
    expect(element([{ label: 'x', value: 'x'.repeat(151) }])).toBe('plain_text_input');
  });

  it('whose command does not fit into the view is not opened', () => {
    const room = limits.privateMetadata - JSON.stringify({ ...context, says: '' }).length;
    expect(view(form({ says: 'x'.repeat(room) }), context)).not.toBeNull();
    expect(view(form({ says: 'x'.repeat(room + 1) }), context)).toBeNull();
  });
});

describe('an answer', () => {
  const modal = view(form({ fields: [field(), field({ name: 'owner', kind: 'person' })] }), context);
  const submitted = (reason: string | null) => ({
    ...modal,
    state: {
      values: {
        reason: { answer: { type: 'plain_text_input', value: reason } },
        owner: { answer: { type: 'users_select', selected_user: 'U000000001' } },
      },
    },
  });
  const fine = { problems: () => ({}) };

  it('is appended to the command, and cannot end its own quotes', () => {
    const { says, context: where } = filled(submitted('fine" for:"99d'), fine);
    expect(says).toBe('ack F-7K3QX reason:"fine\\" for:\\"99d" owner:"&lt;@U000000001>"');
    expect(where.channel).toBe('C000000001');
  });

  it('left empty is left out', () => {
    expect(filled(submitted(null), fine).says).toBe('ack F-7K3QX owner:"&lt;@U000000001>"');
  });

  it('that is wrong is marked where it stands; what stands nowhere, at the first', () => {
    const { errors } = filled(submitted('x'), { problems: () => ({ owner: 'Who is that?', other: 'No.' }) });
    expect(errors).toEqual({ owner: 'Who is that?', reason: 'No.' });
  });
});
