import { ec2Rows } from './rows/ec2.ts';
import { tellChapter } from './story.ts';

tellChapter(ec2Rows);
