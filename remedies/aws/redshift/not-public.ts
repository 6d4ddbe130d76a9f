import { defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/redshift/not-public',
  title: 'Take the public address from the warehouse',
  cures: ['aws/redshift/public'],
  kind: 'aws.redshift.cluster',
  fact: 'publiclyAccessible',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'the warehouse may come back with another public address, unless it has an elastic one',
  },
  desired: () => to(false),
  consequences: () => [
    uncertain('whoever connects from outside its network is cut off: the connection log tells who does'),
    uncertain('its name resolves to another address, so connections that are open may break'),
  ],
});
