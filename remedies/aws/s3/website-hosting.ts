import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/website-hosting',
  title: 'Stop serving the bucket as a website to anyone',
  cures: ['aws/s3/website-hosting'],
  why: 'Putting a website back takes its documents and redirects, which are object keys; those are never kept here, so this could not be undone.',
  steps: [
    'Find out who uses the website: its access logs, or the owner of the bucket.',
    'If the pages are meant for everyone, serve them by CloudFront with origin access control from a bucket that holds no PHI.',
    'Save the settings where you keep PHI: `aws s3api get-bucket-website --bucket BUCKET > website.json`.',
    'Run `aws s3api delete-bucket-website --bucket BUCKET`, or `fix` the finding of aws/s3/bucket-public-access-block, after which no stranger gets a page.',
    '`recheck` the finding.',
  ],
});
