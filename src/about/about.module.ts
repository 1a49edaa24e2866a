import { Module } from '@nestjs/common';
import { AboutPages } from './about.pages.js';

/** What Candour is, and how it treats the people who use it. It holds no records. */
@Module({ controllers: [AboutPages] })
export class AboutModule {}
