import guidance from '../../../../remedies/aws/cloudtrail/steps-create-trail.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
