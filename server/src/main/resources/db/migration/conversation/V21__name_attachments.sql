-- Attachments are files that we keep, named by their ids; what stood here before were addresses elsewhere.
update conversation.message m
   set text = m.text || coalesce((select string_agg(E'\n' || (a ->> 'url'), '') from json_array_elements(m.attachments) a), ''),
       attachments = null
 where m.attachments is not null;
