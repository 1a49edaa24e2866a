/** The settings of the pages. */
export const WEB_SETTINGS = Symbol('web settings');
/** The one Nunjucks environment. */
export const TEMPLATES = Symbol('templates');
/** Addresses of the stylesheet, script and icon. */
export const ASSETS = Symbol('assets');
