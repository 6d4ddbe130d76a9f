import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/phi/steps-found',
  title: 'Find out why health data is where nobody expected it',
  cures: ['aws/phi/found-but-untagged'],
  why: 'Macie can be wrong, and where it is right the data may be in the wrong place: a tag alone does not settle it.',
  steps: [
    "Look at Macie's findings about the bucket, in the console and nowhere else: they name the objects.",
    'Ask the owner of the bucket whether the data is real. If so, tag the bucket PHI, or move the data to where PHI belongs and delete it here, old versions included.',
    'Tell the privacy officer where people could read it who should not have.',
    'Where Macie is wrong, archive its findings or make a suppression rule, and write down why.',
  ],
});
