import remedy from '../../../../remedies/aws/cloudtrail/multi-region.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { arnOf, management, nothing, trail } from './trails.ts';

const [main, other] = [arnOf('main'), arnOf('other', 'eu-west-1')];
const off = { ...trail, logging: false };
const every = { ...trail, multiRegion: true };
const narrow = { basic: [{ ...management, IncludeManagementEvents: false }] };
const advanced = (...more: readonly { readonly [field: string]: string | readonly string[] }[]) => ({
  advanced: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }, ...more] }],
});

testRemedy(remedy, {
  cures: [
    {
      name: 'one that is on here only',
      current: { [main]: { ...trail, globalEvents: false } },
      after: { [main]: every },
      facts: nothing,
    },
    {
      name: 'one of every region that is stopped is started, and no other is changed',
      current: { [main]: trail, [other]: { ...every, logging: false } },
      after: { [main]: trail, [other]: every },
      facts: nothing,
    },
    {
      name: 'of two, one that is on',
      current: { [main]: off, [other]: trail },
      after: { [main]: off, [other]: every },
      facts: nothing,
    },
    {
      name: 'one that does not record management is passed over',
      current: { [main]: { ...every, selectors: narrow }, [other]: trail },
      after: { [main]: { ...every, selectors: narrow }, [other]: every },
      facts: nothing,
    },
    {
      name: 'advanced selectors that leave out what CloudTrail offers to',
      current: {
        [main]: { ...trail, selectors: advanced({ Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }) },
      },
      after: {
        [main]: { ...every, selectors: advanced({ Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }) },
      },
      facts: nothing,
    },
  ],
  cannot: [
    { name: 'there is none', current: {}, because: /make one/ },
    {
      name: 'reads of management are left out',
      current: { [main]: { ...trail, selectors: advanced({ Field: 'readOnly', Equals: ['false'] }) } },
      because: /make one/,
    },
  ],
  consequences: [
    { name: 'the only one', current: { [main]: trail }, verdict: 'safe' },
    {
      name: 'a second that is on: every copy costs',
      current: { [main]: trail, [other]: trail },
      verdict: 'unknown',
      says: [['unknown', /charges for every copy/]],
    },
  ],
});
