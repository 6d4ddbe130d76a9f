import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/access-point-public-access-block',
  title: 'Make the access point anew, behind all four blocks',
  cures: ['aws/s3/access-point-public-access-block'],
  why: 'The block of an access point is set when it is made, and cannot be changed afterwards.',
  steps: [
    'If nobody in the account needs public access, `fix` the finding of aws/s3/account-public-access-block: it holds for every access point.',
    'Otherwise save its policy: `aws s3control get-access-point-policy --account-id ACCOUNT --name NAME`.',
    'Make another one: `aws s3control create-access-point --account-id ACCOUNT --name NEW --bucket BUCKET --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`.',
    'Give it the policy, move its users over, delete the old one (`aws s3control delete-access-point --account-id ACCOUNT --name NAME`), and start a scan.',
  ],
});
