import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/log/steps-phi-masking',
  title: 'Mask health identifiers in the log group',
  cures: ['aws/log/phi-masking'],
  why: 'Masking hides entries from those who read them today, so whoever works with the logs must say what may go.',
  steps: [
    'Ask the owner of the log group which identifiers its entries can hold, and whether they need to be in a log at all.',
    'Where the fix from here does not fit: in CloudWatch, Log groups, the group, Data protection, choose Create policy, and name the managed identifiers of protected health information that fit your country, and custom ones for your own record numbers.',
    'A policy masks from the moment it is made; none only looks. Try it on a log group that nobody needs, and send audit findings to another one, to see what is found.',
    'Only groups of the class Standard mask: what holds PHI in another class moves to a new group.',
    'What arrived before stays as it was: shorten its life or delete it if it must not be read.',
    'Give logs:Unmask to as few people as can be, and name your own identifiers in healthIdentifiers of the check aws/log/phi-masking.',
  ],
});
