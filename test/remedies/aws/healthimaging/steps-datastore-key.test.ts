import guidance from '../../../../remedies/aws/healthimaging/steps-datastore-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
