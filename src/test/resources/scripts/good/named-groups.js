// ends: completed {"year":"2024","month":"05"}
const { groups } = /(?<year>\d{4})-(?<month>\d\d)/u.exec('on 2024-05');
return { ...groups };
