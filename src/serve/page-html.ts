/** The document that the page starts from, for each way it is shipped. */

/** How the page is shipped: by the loopback server, or as a folder of files. */
export type Beside = 'served' | 'folder';

/** The document of a page whose script and styles lie beside it. */
export const pageBeside = (shipment: Beside): string =>
  documentOf(
    shipment,
    '<link rel="icon" href="icon.svg">\n<link rel="stylesheet" href="page.css">\n<script type="module" src="page.js"></script>',
    '',
  );

/** The document with what its head and the end of its body hold beyond what every shipment has. */
export const documentOf = (shipment: Beside | 'file', head: string, end: string): string => `<!doctype html>
<html lang="en" data-shipment="${shipment}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Closewell</title>
${head}
</head>
<body>
<div id="page"></div>
<noscript>This page works in your browser alone, and needs JavaScript for it.</noscript>
${end}</body>
</html>
`;
