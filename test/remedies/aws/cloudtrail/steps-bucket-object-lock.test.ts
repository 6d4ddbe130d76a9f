import guidance from '../../../../remedies/aws/cloudtrail/steps-bucket-object-lock.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
