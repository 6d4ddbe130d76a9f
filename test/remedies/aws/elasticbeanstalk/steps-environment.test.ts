import guidance from '../../../../remedies/aws/elasticbeanstalk/steps-environment.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
