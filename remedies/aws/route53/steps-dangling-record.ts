import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/route53/steps-dangling-record',
  title: 'Take away the name of an address that is no longer yours',
  cures: ['aws/route53/dangling-record'],
  why: 'AWS gives a released address to the next customer, who then answers under your name; whether you hold it elsewhere, Route 53 does not tell.',
  steps: [
    'Find out whose the address is: another account or region of yours, Global Accelerator or Lightsail, which are not looked at, a data centre, a partner.',
    'If it is held, add it to checks.settings."aws/route53/dangling-record".heldElsewhere, or scan that account and region too.',
    'If not, save the record: `aws route53 list-resource-record-sets --hosted-zone-id ZONE --start-record-name NAME --max-items 1 > record.json`.',
    'Delete it with `aws route53 change-resource-record-sets --hosted-zone-id ZONE --change-batch file://delete.json`, where delete.json holds the saved record with the action DELETE.',
    'See whether cookies or certificates of the name were abused meanwhile, and `recheck` the finding.',
  ],
});
