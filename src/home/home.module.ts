import { Global, Module } from '@nestjs/common';
import { Register } from '../evidence/register.js';
import { HomeApi } from './home.api.js';
import { HomePages } from './home.pages.js';
import { HomeParts } from './home-parts.js';
import { Homes } from './homes.js';

/**
 * The home of everybody who signs in. Rooms above make known what they know of somebody's work; this one puts it together
 * and shows nothing that a room would not show that person itself. It holds no records.
 */
@Global()
@Module({ controllers: [HomePages, HomeApi], providers: [HomeParts, Homes], exports: [HomeParts] })
export class HomeModule {
  constructor(register: Register) {
    register.addPlaces({ href: '/home', text: 'Home', order: 0, signedIn: true });
  }
}
