import { expect, test } from 'vitest';
import { knownAccounts, partsOf } from '../../src/wiring/digests.ts';

const known = [
  { name: 'records', id: '111111111111', owner: 'ann' },
  { name: 'pacs', id: '222222222222', owner: 'bob' },
  { name: 'labs', id: '333333333333', owner: 'ann' },
  { name: 'play', id: '444444444444' },
];
const digest = (over: object) => ({
  channel: 'C1',
  cron: '0 8 * * *',
  timezone: 'UTC',
  accounts: [],
  owners: [],
  perOwner: false,
  ...over,
});

test('all accounts, also those that are found out later', () => {
  expect(partsOf(digest({}), known)).toEqual([{ owner: '', accounts: null }]);
});

test('some, by name or id', () => {
  expect(partsOf(digest({ accounts: ['pacs', '333333333333'] }), known)).toEqual([
    { owner: '', accounts: ['222222222222', '333333333333'] },
  ]);
});

test('those of an owner', () => {
  expect(partsOf(digest({ owners: ['ann'] }), known)).toEqual([
    { owner: '', accounts: ['111111111111', '333333333333'] },
  ]);
});

test('an owner of nothing gets nothing, and above all not everything', () => {
  expect(partsOf(digest({ owners: ['eve'] }), known)).toEqual([]);
  expect(partsOf(digest({ perOwner: true }), [])).toEqual([]);
});

test('an account that is not known now may have been scanned before', () => {
  expect(partsOf(digest({ accounts: ['gone'] }), known)).toEqual([{ owner: '', accounts: ['gone'] }]);
});

test('one for each owner, and one for what nobody owns', () => {
  expect(partsOf(digest({ perOwner: true }), known)).toEqual([
    { owner: 'ann', accounts: ['111111111111', '333333333333'] },
    { owner: 'bob', accounts: ['222222222222'] },
    { owner: 'nobody', accounts: ['444444444444'] },
  ]);
});

test('an account whose id nobody configured is the one that scans learned, or the digest would find nothing open', () => {
  const kept = [{ id: '555555555555', name: 'default' }];
  const told = knownAccounts([{ name: 'default', owner: 'ann' }], kept);
  expect(told).toEqual([{ id: '555555555555', name: 'default', owner: 'ann' }]);
  expect(knownAccounts([{ name: 'default' }], [])).toEqual([{ id: 'default', name: 'default' }]);
});

test('after a restart without Organizations the ledger tells whose the accounts are', () => {
  const kept = [
    { id: '111111111111', name: 'records', owner: 'ann' },
    { id: '666666666666', name: 'closed lab', owner: 'ann' },
  ];
  expect(partsOf(digest({ perOwner: true }), knownAccounts([], kept))).toEqual([
    { owner: 'ann', accounts: ['111111111111', '666666666666'] },
  ]);
  // What is told now counts before what was told then.
  expect(knownAccounts([{ id: '111111111111', name: 'charts' }], kept)).toEqual([
    { id: '111111111111', name: 'charts' },
    { id: '666666666666', name: 'closed lab', owner: 'ann' },
  ]);
  expect(partsOf(digest({ accounts: ['closed lab'] }), knownAccounts([], kept))).toEqual([
    { owner: '', accounts: ['666666666666'] },
  ]);
});
