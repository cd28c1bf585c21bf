import type { Messages } from "../../i18n";

export const messages = {
  // The list
  listTitle: { zh: "我的售后", en: "My requests" },
  listLead: { zh: "每一步的进展都在这里，实时更新。", en: "Every step of every request, as it happens." },
  emptyTitle: { zh: "您还没有售后申请", en: "No requests yet" },
  empty: {
    zh: "商品有问题、想退想换，从订单里点“申请售后”就行。",
    en: "Something wrong, or changed your mind? Open the order and tell us.",
  },
  toOrders: { zh: "去我的订单", en: "Go to my orders" },
  caseNo: { zh: (no: string) => `售后单 ${no}`, en: (no: string) => `Request ${no}` },
  submittedOn: { zh: (at: string) => `${at} 提交`, en: (at: string) => `Sent ${at}` },

  notShown: { zh: "打不开这个售后", en: "This request cannot be shown" },

  // The verdict
  SUBMITTED: { zh: "已收到，正在判断", en: "Received, deciding now" },
  NEED_EVIDENCE: { zh: "还差一点材料", en: "One more thing is needed" },
  IN_REVIEW: { zh: "已转专人审核", en: "A person is looking at it" },
  AWAITING_CHOICE: { zh: "请您选择一个方案", en: "Please choose one of the ways" },
  REFUSED: { zh: "这次没有通过", en: "Not approved this time" },
  WAIT_BUYER_RETURN: { zh: "已同意，请寄回商品", en: "Approved: please send it back" },
  WAIT_STORE_CONFIRM: { zh: "门店正在确认", en: "The store is confirming" },
  RETURN_IN_TRANSIT: { zh: "退货正在路上", en: "Your return is on its way" },
  INSPECTING: { zh: "仓库正在验收", en: "Being checked at the warehouse" },
  INSPECTION_DISPUTE: { zh: "验收有不同意见", en: "The check found a difference" },
  WAIT_APPROVAL: { zh: "退款审批中", en: "Refund being signed off" },
  REFUNDING: { zh: "已同意，正在退款", en: "Approved: the refund is on its way" },
  REFUND_FAILED: { zh: "退款遇到问题，财务在处理", en: "The refund met a problem; we are on it" },
  REPLACEMENT_PREPARING: { zh: "已同意，正在备货", en: "Approved: preparing yours" },
  REPLACEMENT_SHIPPED: { zh: "新商品已发出", en: "Your new item is on its way" },
  REPAIRING: { zh: "正在维修", en: "Being repaired" },
  HANDLING: { zh: "专人正在处理", en: "A person is taking care of it" },
  PLATFORM_DISPUTE: { zh: "平台已介入", en: "The platform is deciding" },
  COMPLETED: { zh: "已完成", en: "All done" },
  CLOSED: { zh: "已关闭", en: "Closed" },

  refundAmount: { zh: "退款金额", en: "Refund" },
  askedAmount: { zh: "申请金额", en: "Asked for" },
  refundedAmount: { zh: "已退款", en: "Refunded" },
  freight_BUYER: { zh: "寄回运费由您承担", en: "You pay the return postage" },
  freight_SELLER: { zh: "寄回运费由商家承担", en: "The shop pays the return postage" },
  freight_INSURANCE: { zh: "寄回运费由运费险承担", en: "The freight insurance pays the return postage" },
  freight_NONE: { zh: "不用寄回，没有运费", en: "Nothing to send back, no postage" },
  basis: { zh: "依据", en: "Based on" },

  // What next
  yourTurn: { zh: "轮到您了", en: "Your turn" },
  next: { zh: "接下来", en: "What happens next" },
  timeline: { zh: "进度", en: "Progress" },
  live: { zh: "实时更新中", en: "Live" },
  reconnecting: { zh: "重新连接中", en: "Reconnecting" },
  notPassed: { zh: "您可以这样做", en: "What you can do" },
  appealEvidence: {
    zh: "补充照片或凭证，我们会重新判断",
    en: "Add photos or proof, and we will decide again",
  },
  appealMessage: {
    zh: "在“留言”里说明理由，由专人复核，30 分钟内回复",
    en: "Say under “Messages” why you disagree; a person answers within 30 minutes",
  },
  appealOutside: {
    zh: "仍不满意，可向平台或 12315 投诉，不影响在这里继续沟通",
    en: "You may also turn to the platform or the consumer authority (12315 in mainland China); we keep talking here",
  },

  appealUntil: {
    zh: (when: string, left: string) => `${when} 前都可以申诉（${left}截止）`,
    en: (when: string, left: string) => `You can do this until ${when} (it ends ${left})`,
  },

  result_BUYER_CANCEL: {
    zh: "您已取消这个申请，不会退款，商品也不用寄回。",
    en: "You cancelled it; nothing is refunded and nothing goes back.",
  },
  result_BUYER_TIMEOUT: {
    zh: "到期没有收到您的操作，申请已自动关闭。还在期限内的话可以重新申请。",
    en: "The time ran out without an answer from you. While the order allows, you can ask again.",
  },
  result_REJECTED_FINAL: {
    zh: "申诉期已过，申请按未通过结束。",
    en: "The time to appeal has passed; it stays not approved.",
  },
  result_MERGED: { zh: "已合并到您的另一个售后单。", en: "It was merged with another request of yours." },
  result_SYSTEM: { zh: "系统已关闭这个申请。", en: "It was closed by the system." },

  // Evidence
  evidenceTitle: { zh: "补充照片或凭证", en: "Add photos or proof" },
  evidenceSend: { zh: "提交补充材料", en: "Send them" },
  evidenceNone: { zh: "请先选择照片", en: "Choose a photo first" },
  evidenceSending: { zh: "照片还在上传，请稍等片刻", en: "Photos are still being sent, one moment" },
  evidenceMoved: {
    zh: "刚才这个申请有了新进展，已为您更新；您选的照片都在，如仍需补充可再提交一次。",
    en: "The request moved on in the meantime and has been updated. Your photos are kept; send them once more if they are still asked for.",
  },
  evidenceGiven: { zh: "已提交的照片", en: "Photos you sent" },
  evidenceNumber: { zh: (n: number) => `查看照片 ${n}`, en: (n: number) => `See photo ${n}` },

  // Choosing
  optionsTitle: { zh: "您可以选择", en: "You can choose" },
  optionAsk: { zh: "确定选这个方案吗？", en: "Choose this one?" },
  optionMeans: {
    zh: "选定后马上按这个方案办理。",
    en: "We start on it at once.",
  },
  optionYes: { zh: "就选这个", en: "Yes, this one" },
  optionGone: {
    zh: "您选的方案刚刚没有了，下面是现在可以选的。",
    en: "The one you chose has just gone; below is what can be had now.",
  },

  // Putting it differently
  reviseTitle: { zh: "修改申请，重新判断", en: "Put it differently, and we decide again" },
  reviseLead: {
    zh: "选错了原因、漏了照片？补上就会马上重新判断，一个申请可以修改两次。",
    en: "Wrong reason, or a photo missing? Add it and it is decided again at once; twice for one request.",
  },
  reviseOpen: { zh: "修改申请", en: "Revise the request" },
  reviseHint: { zh: "哪里不一样，请告诉我们", en: "What is different?" },
  reviseNothing: { zh: "先改一处或添一张照片", en: "Change something or add a photo first" },
  reviseSend: { zh: "提交，重新判断", en: "Send it to be decided again" },
  asBefore: { zh: (what: string) => `不变：${what}`, en: (what: string) => `As before: ${what}` },
  RETURN_REFUND: { zh: "退货退款", en: "Return and refund" },
  REFUND_ONLY: { zh: "仅退款", en: "Refund only" },
  EXCHANGE: { zh: "换货", en: "Exchange" },
  REPAIR: { zh: "维修", en: "Repair" },

  // Sending back
  shipTitle: { zh: "填写寄回物流", en: "Tell us about your parcel" },
  shipHelp: {
    zh: "寄出后请填写快递公司和运单号，我们收到即验收退款。",
    en: "Once it is posted, enter the carrier and the tracking number; we check it on arrival and refund you.",
  },
  sendTo: { zh: "寄到这里", en: "Send it here" },
  copyAddress: { zh: "复制地址", en: "Copy the address" },
  copied: { zh: "已复制", en: "Copied" },
  noAddress: {
    zh: "商家还没有登记退货地址，请先不要寄出。在“留言”里问一句，客服 30 分钟内把地址发给您；寄回期限不够可请客服延长。",
    en: "The shop has not given its return address yet, so please do not send anything. Ask under “Messages”: a person answers within 30 minutes, and can give you more time.",
  },
  carrier: { zh: "快递公司", en: "Carrier" },
  carrierChoose: { zh: "请选择", en: "Choose one" },
  carrierNone: { zh: "请选择快递公司", en: "Choose the carrier" },
  carrierOther: { zh: "其他快递", en: "Another carrier" },
  carrierName: { zh: "快递公司名称", en: "Name of the carrier" },
  carrierNameNone: { zh: "请填写快递公司名称", en: "Enter the name of the carrier" },
  trackingNo: { zh: "运单号", en: "Tracking number" },
  trackingHelp: { zh: "在快递单或快递公司的短信里", en: "On the receipt or in the carrier's message" },
  trackingNone: { zh: "请填写运单号", en: "Enter the tracking number" },
  trackingWrong: {
    zh: "运单号是 6 到 40 位字母或数字，请核对",
    en: "A tracking number has 6 to 40 letters or digits; please check it",
  },
  shipSend: { zh: "我已寄出", en: "I have sent it" },
  stepMoved: {
    zh: "刚才这个申请有了新进展，已为您更新，您的操作没有提交。请看看最新情况再决定。",
    en: "The request moved on at the same moment and has been updated; nothing was sent. Have a look at where it stands now.",
  },

  // To a store
  storeTitle: { zh: "到店办理", en: "At the store" },
  storeAsked: {
    zh: "门店正在核实，确认后这里会显示您的码和保留时间。请先不要出发。",
    en: "The store is checking. Your code and how long it is held appear here; please wait before you go.",
  },
  storeCode: { zh: "出示这个码", en: "Show this code" },
  holdUntil: {
    zh: (until: string) => `为您保留到 ${until}`,
    en: (until: string) => `Held for you until ${until}`,
  },
  bringGoods: {
    zh: "请带上要退换的商品，到店出示码即可办理。",
    en: "Bring the goods along and show the code.",
  },
  opens: { zh: (hours: string) => `营业时间 ${hours}`, en: (hours: string) => `Open ${hours}` },
  visitStore: { zh: "已同意，请到店办理", en: "Approved: please come to the store" },

  // What comes instead
  replacementTitle: { zh: "您的新商品", en: "What you get instead" },
  repairedTitle: { zh: "您的商品", en: "Your goods" },
  onItsWay: {
    zh: (carrier: string, no: string) => `${carrier} ${no}`,
    en: (carrier: string, no: string) => `${carrier} ${no}`,
  },
  received: { zh: "我已收到", en: "I have received it" },
  warranty: {
    zh: (from: string) => `保修自 ${from} 起重新计算`,
    en: (from: string) => `The warranty began again on ${from}`,
  },

  // When the shop sees it differently
  offerTitle: { zh: "商家的方案，您来决定", en: "The shop's offer: you decide" },
  offerLead: {
    zh: "接受后立即按方案退款；不同意，可以申请平台介入，由第三方裁决。",
    en: "Accept it and the refund starts at once; or ask the platform, where others than the shop decide.",
  },
  offered: { zh: (pct: number) => `退款金额的 ${pct}%`, en: (pct: number) => `${pct} % of the refund` },
  acceptPart: {
    zh: (money: string) => `接受部分退款 ${money}`,
    en: (money: string) => `Accept ${money}`,
  },
  acceptTitle: {
    zh: (money: string) => `确定接受退款 ${money} 吗？`,
    en: (money: string) => `Accept a refund of ${money}?`,
  },
  acceptMeans: {
    zh: "接受后马上退款，这个申请就此了结，不能再申请平台介入。",
    en: "The refund starts at once and settles this request; the platform cannot be asked afterwards.",
  },
  acceptYes: { zh: "接受并退款", en: "Accept and be refunded" },
  appealTitle: { zh: "不同意这个结果？", en: "You do not agree?" },
  appealLead: {
    zh: "可以申请平台介入，由不参与本店售后的人员重新裁决。",
    en: "Ask the platform: somebody who does not work for this shop's service decides anew.",
  },
  appeal: { zh: "申请平台介入", en: "Ask the platform to decide" },
  appealAsk: { zh: "申请平台介入吗？", en: "Ask the platform to decide?" },
  appealMeans: {
    zh: "裁决人员会查看订单、照片和全部留言。您还可以继续留言说明理由。",
    en: "They read the order, the photos and all messages. You can go on writing to give your reasons.",
  },
  appealYes: { zh: "申请介入", en: "Ask them" },
  notYet: { zh: "再想想", en: "Not yet" },
  solvedTitle: { zh: "问题解决了吗？", en: "Does this solve it?" },
  solvedLead: {
    zh: "请在上面显示的时间前告诉我们；到时没有回复，按已解决处理。",
    en: "Please say so before the time shown above; without an answer it counts as solved then.",
  },
  solvedYes: { zh: "已解决", en: "It is solved" },
  solvedNo: { zh: "还没解决，请继续处理", en: "Not yet, please go on" },
  solvedWords: { zh: "还有什么问题", en: "What is still wrong" },
  reship: { zh: "把商品寄回给我", en: "Send the goods back to me" },
  reshipAsk: { zh: "把商品寄回给您吗？", en: "Have them sent back?" },
  reshipMeans: {
    zh: "不会退款，申请就此结束；不是商家的责任时，寄回运费由您承担。",
    en: "Nothing is refunded and this request ends; you pay the postage unless the shop was at fault.",
  },
  reshipYes: { zh: "寄回给我", en: "Send them back" },

  // The carrier comes
  pickupTitle: { zh: "预约上门取件", en: "Have it picked up" },
  pickupFrom: { zh: "从", en: "From" },
  pickupUntil: { zh: "到", en: "Until" },
  pickupSend: { zh: "预约", en: "Book it" },
  pickupWrong: {
    zh: "请选择 7 天内的时间段，结束晚于开始",
    en: "Choose a time within 7 days that ends after it begins",
  },

  // Refunds
  refunds: { zh: "退款明细", en: "Refunds" },
  refund_INIT: { zh: "已排队", en: "Queued" },
  refund_SENT: { zh: "支付机构处理中", en: "With the payment provider" },
  refund_UNKNOWN: { zh: "正在与支付机构核对", en: "Being confirmed with the provider" },
  refund_SUCCEEDED: { zh: "已退回", en: "Paid back" },
  refund_FAILED_FINAL: {
    zh: "未成功，财务在换方式处理",
    en: "Did not go through; finance is finding another way",
  },
  tender_WECHAT: { zh: "微信支付", en: "WeChat Pay" },
  tender_ALIPAY: { zh: "支付宝", en: "Alipay" },
  tender_GIFT_CARD: { zh: "礼品卡", en: "Gift card" },
  tender_CARD: { zh: "银行卡", en: "Card" },
  tender_UNIONPAY: { zh: "银联", en: "UnionPay" },
  tender_BALANCE: { zh: "账户余额", en: "Balance" },
  tender_POINTS: { zh: "积分", en: "Points" },

  // Messages
  messages: { zh: "留言", en: "Messages" },
  messagesEmpty: {
    zh: "有什么想补充或想问的，写在这里，客服会回复。",
    en: "Anything to add or ask? Write here and a person will answer.",
  },
  you: { zh: "您", en: "You" },
  shopStaff: { zh: "客服", en: "Shop" },
  system: { zh: "系统", en: "Automatic" },
  write: { zh: "写留言", en: "Your message" },
  send: { zh: "发送", en: "Send" },
  sending: { zh: "发送中…", en: "Sending…" },
  sent: { zh: "已发送", en: "Sent" },
  failed: { zh: "未送达", en: "Not sent" },
  refusedMessage: { zh: "未被接受", en: "Not accepted" },
  resend: { zh: "重发", en: "Send again" },
  discard: { zh: "删除", en: "Discard" },
  messagesClosed: { zh: "这个售后已结束，不能再留言。", en: "This request has ended; messages are closed." },

  // Details and cancelling
  details: { zh: "申请内容", en: "Your request" },
  order: { zh: "订单", en: "Order" },
  wish: { zh: "处理方式", en: "Remedy" },
  reason: { zh: "原因", en: "Reason" },
  words: { zh: "说明", en: "Your words" },
  items: { zh: "商品", en: "Items" },
  submitted: { zh: "提交时间", en: "Sent" },
  cancel: { zh: "取消申请", en: "Cancel this request" },
  cancelTitle: { zh: "确定取消这个申请吗？", en: "Cancel this request?" },
  cancelReship: {
    zh: "商品已经寄出。取消后不会退款，我们会把商品寄回给您；不是商家的责任时，寄回运费由您承担。",
    en: "The goods are on their way or with us. Nothing is refunded, and they are sent back to you; you pay that postage unless the shop was at fault.",
  },
  cancelMeans: {
    zh: "取消后我们会停止处理：不会退款，商品也不用寄回。还在期限内的话，可以重新申请。",
    en: "We stop here: there will be no refund and nothing to send back. While the time allows, you can ask again.",
  },
  cancelYes: { zh: "确定取消", en: "Yes, cancel it" },
  cancelNo: { zh: "不取消", en: "Keep it" },
  cancelMoved: {
    zh: "您确认的同时，这个申请有了新进展，所以没有取消。请看看最新情况再决定。",
    en: "The request moved on at the same moment, so it was not cancelled. Have a look at where it stands now.",
  },
} satisfies Messages;
