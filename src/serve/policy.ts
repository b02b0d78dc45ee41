/** What the page may do in a browser, as headers say it. Each is there whatever is answered. */

/** The sources of a policy that differ from shipment to shipment. */
export interface Sources {
  readonly script: string;
  readonly style: string;
  readonly connect: string;
  readonly picture: string;
}

/** For a page whose scripts and styles lie beside it. */
const BESIDE: Sources = {
  script: "'self'",
  style: "'self'",
  connect: "'self'",
  picture: "'self' blob:",
};

/** The Content-Security-Policy: nothing from elsewhere, no `eval`, no text that becomes markup. */
export const contentPolicy = ({ script, style, connect, picture }: Sources): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    `img-src ${picture}`,
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Powers that the page never uses; the wake lock keeps the screen on while someone reads aloud. */
const POWERS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** The headers of every answer, and of a published page. A policy in a file cannot say who may frame it: this one does. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentPolicy(BESIDE)}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [...POWERS.map((power) => `${power}=()`), 'screen-wake-lock=(self)'].join(', '),
  'Cache-Control': 'no-store',
};
