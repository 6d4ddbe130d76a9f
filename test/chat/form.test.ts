import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { answered, formOf, problemsOf } from '../../src/chat/form.ts';
import { now } from '../kit/sample-findings.ts';

const form = (line: string) => formOf(line, commands, now);
const problems = (line: string) => problemsOf(line, commands, now);

describe('the form of a half-typed command', () => {
  test('asks for what is missing, with what is usual filled in', () => {
    expect(form('ack F-7K3QX')).toMatchObject({
      title: 'Acknowledge a finding',
      submit: 'Acknowledge',
      says: 'ack F-7K3QX',
      fields: [
        { name: 'for', kind: 'line', initial: '7d', required: false },
        { name: 'reason', kind: 'paragraph', required: true, maxLength: 500 },
      ],
    });
  });
  test('asks for a date, and two texts', () => {
    expect(form('accept F-7K3QX')?.fields.map((f) => [f.name, f.kind, f.label])).toEqual([
      ['until', 'date', 'Until when'],
      ['control', 'paragraph', 'Compensating control'],
      ['reason', 'paragraph', 'Reason'],
    ]);
  });
  test('offers choices', () => {
    const severity = form('findings')?.fields.find((f) => f.name === 'severity');
    expect(severity).toMatchObject({ kind: 'choice', required: false });
    expect(severity?.choices?.map((c) => c.value)).toEqual(['critical', 'high', 'medium', 'low']);
  });
  test('leaves out what buttons say', () => {
    const names = form('findings')?.fields.map((f) => f.name);
    expect(names).not.toContain('page');
    expect(names).not.toContain('here');
    expect(names).not.toContain('share');
  });
  test.each([
    ['approve R-12', null],
    ['approve R-12 needs:confirm', ['confirm']],
    ['approve R-12 needs:confirm,code', ['confirm', 'code']],
    ['approve R-12 needs:confirm,code confirm:maging', ['code']],
    ['fix F-7K3QX', null],
    ['fix F-7K3QX plan:ab12cd34ef56 needs:reason', ['reason']],
    ['approve R-12 needs:request', null],
  ])('asks for what a button says besides: %s', (line, names) => {
    const fields = form(line)?.fields;
    expect(fields?.map((f) => f.name) ?? null).toEqual(names);
    // What is asked for must be answered.
    for (const field of fields ?? []) expect(field.required).toBe(true);
  });
  test.each([['whoami'], ['assign F-7K3QX me'], ['xyzzy'], ['ack F-7K3QX for:700d'], ['ack F-7K3QX fro:1']])(
    'none for %s',
    (line) => expect(form(line)).toBeNull(),
  );
});

describe('problems of a filled form', () => {
  test('what a button asks for besides may not be left empty', () => {
    const line = 'approve R-12 needs:confirm,code';
    expect(problems(answered(line, { confirm: 'maging', code: '' }))).toEqual({ code: 'This is needed.' });
    expect(problems(answered(line, { confirm: 'maging', code: '123 456' }))).toEqual({});
    expect(problems('approve R-12')).toEqual({});
  });
  test.each([
    [{ for: '7d', reason: 'x' }, {}],
    [{ for: '', reason: 'x' }, {}],
    [{ for: '7d', reason: '' }, { reason: 'This is needed.' }],
    [{ for: '91d', reason: 'x' }, { for: '“for” may not be more than 90 days.' }],
    [
      { for: 'soon', reason: '' },
      { for: '“soon” is not a length of time such as 12h, 7d, 2w or 6mo.', reason: 'This is needed.' },
    ],
  ])('%j', (answers, expected) => expect(problems(answered('ack F-7K3QX', answers))).toEqual(expected));
});
