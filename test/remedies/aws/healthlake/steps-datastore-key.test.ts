import guidance from '../../../../remedies/aws/healthlake/steps-datastore-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
