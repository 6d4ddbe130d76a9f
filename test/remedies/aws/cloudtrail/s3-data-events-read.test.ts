import remedy from '../../../../remedies/aws/cloudtrail/s3-data-events-read.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { arnOf, management, nothing, trail } from './trails.ts';

const [main, every] = [arnOf('main'), arnOf('every')];
const added = {
  ReadWriteType: 'ReadOnly',
  IncludeManagementEvents: false,
  DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
  ExcludeManagementEventSources: [],
};
const some = { ...management, DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::a/'] }] };
const recording = { ...trail, selectors: { basic: [some, added] } };
const advanced = [{ Name: 'all', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }];
const more = {
  Name: 'S3 object reads',
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
    { Field: 'readOnly', Equals: ['true'] },
    { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::trail-logs/'] },
  ],
};

testRemedy(remedy, {
  cures: [
    {
      name: 'basic selectors: what is recorded already stays',
      current: { [main]: { ...trail, selectors: { basic: [some] } } },
      after: { [main]: recording },
      facts: nothing,
    },
    {
      name: "advanced selectors stay advanced, and the trail's own files are left out",
      current: { [main]: { ...trail, selectors: { advanced } } },
      after: { [main]: { ...trail, selectors: { advanced: [...advanced, more] } } },
      facts: nothing,
    },
    {
      name: 'of two the one of every region',
      current: { [main]: trail, [every]: { ...trail, multiRegion: true } },
      after: {
        [main]: trail,
        [every]: { ...trail, multiRegion: true, selectors: { basic: [management, added] } },
      },
      facts: { ...nothing, objectReads: { missingRegions: ['us-east-1', 'eu-west-1'], by: [], partly: [] } },
    },
  ],
  cannot: [
    { name: 'no trail', current: {}, because: /start one first/ },
    { name: 'a stopped one', current: { [main]: { ...trail, logging: false } }, because: /start one first/ },
    {
      name: 'five selectors',
      current: { [main]: { ...trail, selectors: { basic: [some, some, some, some, some] } } },
      because: /5 event selectors/,
    },
  ],
  consequences: [
    {
      name: 'what it costs is not known',
      current: { [main]: trail },
      verdict: 'unknown',
      says: [['unknown', /charges for every event/]],
    },
  ],
});
