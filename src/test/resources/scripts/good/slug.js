// ends: completed "gruesse-an-ann"
return 'Grüße an Ann!'.toLowerCase().replaceAll('ü', 'ue').replaceAll('ß', 'ss').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
