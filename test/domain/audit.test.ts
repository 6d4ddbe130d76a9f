import { describe, expect, it } from 'vitest';
import { type AuditRecord, canonical, genesis, hashOf } from '../../src/domain/audit.ts';

describe('canonical JSON', () => {
  it.each<[string, unknown, string]>([
    [
      'sorts keys at every depth',
      { b: 1, a: { d: [{ z: 1, y: 2 }], c: null } },
      '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
    ],
    [
      'sorts by code unit, not by language',
      { é: 1, z: 2, Z: 3, 10: 4, 9: 5 },
      '{"10":4,"9":5,"Z":3,"z":2,"é":1}',
    ],
    ['keeps the order of a list', [3, 1, 2], '[3,1,2]'],
    ['drops what is undefined', { a: undefined, b: 1 }, '{"b":1}'],
    ['keeps null', { a: null }, '{"a":null}'],
    ['says null for what JSON cannot', [undefined, Number.NaN, Number.POSITIVE_INFINITY], '[null,null,null]'],
    ['says nothing as null', undefined, 'null'],
    ['quotes text', { 'a"': 'é\n\u2028"' }, `{"a\\"":"é\\n\u2028\\""}`],
    ['has one zero', [0, -0], '[0,0]'],
    ['writes empty things', [{}, [], ''], '[{},[],""]'],
  ])('%s', (_, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('is read back as itself', () => {
    const value = { b: [1, { d: 'x', c: [true, null] }], a: 1e21 };
    expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
  });
});

describe('the hash of an audit record', () => {
  const record: Omit<AuditRecord, 'hash'> = {
    seq: 1,
    previous: genesis,
    at: '2026-03-01T00:00:00.000Z',
    actor: 'slack:T1:U1',
    action: 'finding.accepted',
    subject: 'F-7K3QX',
    detail: { until: '2026-06-01', reason: 'public' },
  };

  it('never changes: chains are kept by it', () => {
    expect(hashOf(record)).toBe('78a4475edf7bd1f80a4bfaa7995e7c7836ac05da8bb8f8bcd0decea9072f93c7');
  });

  it.each<[string, Partial<AuditRecord>]>([
    ['seq', { seq: 2 }],
    ['previous', { previous: `1${genesis.slice(1)}` }],
    ['at', { at: '2026-03-01T00:00:00.001Z' }],
    ['actor', { actor: 'slack:T1:U2' }],
    ['action', { action: 'finding.acknowledged' }],
    ['subject', { subject: 'F-7K3QY' }],
    ['detail', { detail: { until: '2026-06-02', reason: 'public' } }],
    ['a detail more', { detail: { ...record.detail, more: null } }],
  ])('covers %s', (_, other) => {
    expect(hashOf({ ...record, ...other })).not.toBe(hashOf(record));
  });

  it('does not depend on the order of keys, nor on the hash itself', () => {
    const { detail, ...rest } = record;
    const turned = { detail: { reason: detail['reason'], until: detail['until'] }, hash: 'x', ...rest };
    expect(hashOf(turned)).toBe(hashOf(record));
  });
});
