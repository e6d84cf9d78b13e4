<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0">
  <symbols>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="58,47,91,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="58,47,91,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <fieldConfiguration>
  <field name="id">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="incident">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="claim">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="article">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="spans">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="statement">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="reading">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="stated_min_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="stated_max_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="measured_min_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="measured_max_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="verdict">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="evidence">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The claim's id, its statement, and the reading or the point in circulation that is judged" />
  <alias field="incident" name="The incident" />
  <alias field="claim" name="The claim that makes the statement" />
  <alias field="article" name="The article's id" />
  <alias field="spans" name="Where the article says it, as start-end offsets joined by ;" />
  <alias field="statement" name="The statement in our words" />
  <alias field="reading" name="How it is taken, with the tolerance" />
  <alias field="stated_min_km" name="The least distance that the reading allows (km)" />
  <alias field="stated_max_km" name="The greatest distance that the reading allows (km)" />
  <alias field="measured_min_km" name="The least distance of the evidence (km)" />
  <alias field="measured_max_km" name="The greatest distance of the evidence (km)" />
  <alias field="verdict" name="Holds, does not hold, or cannot be said" />
  <alias field="evidence" name="What was measured" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="incident" editable="0" />
  <field name="claim" editable="0" />
  <field name="article" editable="0" />
  <field name="spans" editable="0" />
  <field name="statement" editable="0" />
  <field name="reading" editable="0" />
  <field name="stated_min_km" editable="0" />
  <field name="stated_max_km" editable="0" />
  <field name="measured_min_km" editable="0" />
  <field name="measured_max_km" editable="0" />
  <field name="verdict" editable="0" />
  <field name="evidence" editable="0" />
 </editable>
 <previewExpression>"id"</previewExpression>
 <mapTip />
</qgis>
