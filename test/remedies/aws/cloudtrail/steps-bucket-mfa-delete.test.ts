import guidance from '../../../../remedies/aws/cloudtrail/steps-bucket-mfa-delete.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
