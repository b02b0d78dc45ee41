import { expect, test } from 'vitest';
import { postcodeOf } from '../../src/render/postcode.ts';

test.each([
  ['60640', ['Sam Okafor', '12 Elm Street', 'Chicago, IL 60640']],
  ['60640-1234', ['Sam Okafor', '10233 Elm Street', 'Chicago, IL 60640-1234', 'USA']],
  ['97205', ['Sam Okafor', '1234 SW Alder Street', 'Portland, OR 97205']],
  ['80331', ['Sam Okafor', 'Hauptstraße 12', '80331 München', 'Germany']],
  ['1012 AB', ['Sam Okafor', 'Damrak 70', '1012 AB Amsterdam']],
  ['1010', ['Sam Okafor', 'Ring 1', '1010 Wien']],
  ['SW1A 1AA', ['Sam Okafor', '10000 High Street', 'London', 'SW1A 1AA']],
  ['K1A 0B1', ['Sam Okafor', '12 Elm Street', 'Ottawa ON K1A 0B1']],
  ['114 55', ['Sam Okafor', 'Storgatan 1', '114 55 Stockholm']],
  ['', ['Sam 60640', '12 Elm Street', 'Chicago']],
])('"%s" is found', (postcode, address) => {
  expect(postcodeOf(address)).toBe(postcode);
});
