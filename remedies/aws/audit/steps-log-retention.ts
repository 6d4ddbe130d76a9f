import { defineGuidance } from '#src/remedy';

// A lifecycle is replaced whole, and its rules name prefixes: object keys, which are kept out of plans and of the ledger,
// so that what was there could not be shown, nor put back.
export default defineGuidance({
  id: 'aws/audit/steps-log-retention',
  title: "Keep the trail's log files for six years",
  cures: ['aws/audit/log-retention-six-years'],
  why: 'A lifecycle configuration is written whole, with rules that name object keys, which never enter a plan.',
  steps: [
    'In S3, the log bucket, Management, look for enabled lifecycle rules that expire objects or old versions under AWSLogs/.',
    'Raise their days to at least 2192, or limit the rule to another prefix; where a rule names a date, take the date away.',
    'Move files to a colder storage class instead of removing them: Glacier Instant Retrieval after 90 days, say.',
    'With versioning on, let old versions live as long too.',
    'Files that are gone already cannot be brought back: write down the gap.',
  ],
});
