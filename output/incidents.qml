<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal startField="first_day" endField="last_day" startExpression="if(&quot;first_day&quot; is null or &quot;last_day&quot; is null, @map_start_time, to_datetime(&quot;first_day&quot;))" endExpression="if(&quot;first_day&quot; is null or &quot;last_day&quot; is null, @map_end_time, to_datetime(&quot;last_day&quot;) + to_interval('86399 seconds'))" durationUnit="min" fixedDuration="0" limitMode="1" accumulate="0" enabled="1" mode="4" />
 <renderer-v2 tolerance="3.969" toleranceUnit="MM" circleWidth="0.1323" circleRadiusAddition="0" type="pointDisplacement" placement="0" circleColor="136,136,136,255" maxLabelScaleDenominator="-1">
  <renderer-v2 type="categorizedSymbol" attr="&quot;symbol&quot; || ', ' || &quot;actor_side&quot;" symbollevels="0" enableorderby="1">
   <categories>
    <category symbol="0" value="strike, Iran" label="Strike · Iran" render="true" />
    <category symbol="1" value="strike, Pakistan" label="Strike · Pakistan" render="true" />
    <category symbol="2" value="bombing, Baloch separatists" label="Bombing · Baloch separatists" render="true" />
    <category symbol="3" value="bombing, Islamic State" label="Bombing · Islamic State" render="true" />
    <category symbol="4" value="clash, Baloch separatists" label="Clash · Baloch separatists" render="true" />
    <category symbol="5" value="clash, Jaish al-Adl" label="Clash · Jaish al-Adl" render="true" />
    <category symbol="6" value="clash, Unknown" label="Clash · Unknown" render="true" />
    <category symbol="7" value="attack, Iran" label="Attack · Iran" render="true" />
    <category symbol="8" value="attack, Baloch separatists" label="Attack · Baloch separatists" render="true" />
    <category symbol="9" value="attack, Jaish al-Adl" label="Attack · Jaish al-Adl" render="true" />
    <category symbol="10" value="attack, Unknown" label="Attack · Unknown" render="true" />
    <category symbol="11" value="protest, Protesters" label="Protest · Protesters" render="true" />
    <category symbol="12" value="arrest, Pakistan" label="Arrest · Pakistan" render="true" />
    <category symbol="13" value="other, Unknown" label="Other · Unknown" render="true" />
    <category symbol="14" value="" label="Anything else" render="true" />
   </categories>
   <symbols>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,33,0,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="255,33,0,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="255,33,0,255" />
       <Option name="outline_color" type="QString" value="255,33,0,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '255,33,0,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,92,58,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="0,92,58,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="0,92,58,255" />
       <Option name="outline_color" type="QString" value="0,92,58,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '0,92,58,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,114,200,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="star" />
       <Option name="color" type="QString" value="0,114,200,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="star" />
       <Option name="color" type="QString" value="0,114,200,255" />
       <Option name="outline_color" type="QString" value="0,114,200,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '0,114,200,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="3">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="26,26,26,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="star" />
       <Option name="color" type="QString" value="26,26,26,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="star" />
       <Option name="color" type="QString" value="26,26,26,255" />
       <Option name="outline_color" type="QString" value="26,26,26,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '26,26,26,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="4">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,114,200,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="cross_fill" />
       <Option name="color" type="QString" value="0,114,200,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="45" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.961" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="cross_fill" />
       <Option name="color" type="QString" value="0,114,200,255" />
       <Option name="outline_color" type="QString" value="0,114,200,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="45" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.961" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '0,114,200,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="5">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="134,26,119,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="cross_fill" />
       <Option name="color" type="QString" value="134,26,119,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="45" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.961" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="cross_fill" />
       <Option name="color" type="QString" value="134,26,119,255" />
       <Option name="outline_color" type="QString" value="134,26,119,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="45" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.961" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '134,26,119,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="6">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="cross_fill" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="45" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.961" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="cross_fill" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="45" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.961" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '122,130,136,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="7">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,33,0,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="255,33,0,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="255,33,0,255" />
       <Option name="outline_color" type="QString" value="255,33,0,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '255,33,0,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="8">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,114,200,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="0,114,200,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="0,114,200,255" />
       <Option name="outline_color" type="QString" value="0,114,200,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '0,114,200,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="9">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="134,26,119,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="134,26,119,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="134,26,119,255" />
       <Option name="outline_color" type="QString" value="134,26,119,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '134,26,119,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="10">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="diamond" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '122,130,136,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="11">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="159,119,75,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="159,119,75,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="159,119,75,255" />
       <Option name="outline_color" type="QString" value="159,119,75,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '159,119,75,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="12">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,92,58,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="square" />
       <Option name="color" type="QString" value="0,92,58,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.414" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="square" />
       <Option name="color" type="QString" value="0,92,58,255" />
       <Option name="outline_color" type="QString" value="0,92,58,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="0" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 1.414" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '0,92,58,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="13">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="180" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="180" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '122,130,136,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="14">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.926" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="4" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.3969" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="enabled" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineStyle" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="255,255,255,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.7937" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="180" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="equilateral_triangle" />
       <Option name="color" type="QString" value="122,130,136,255" />
       <Option name="outline_color" type="QString" value="122,130,136,255" />
       <Option name="size" type="QString" value="3" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="angle" type="QString" value="180" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '122,130,136,255')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineWidth" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="name" type="QString" value="circle" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.91" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="outline_width" type="QString" value="0.2646" />
       <Option name="outline_width_unit" type="QString" value="MM" />
       <Option name="joinstyle" type="QString" value="round" />
       <Option name="offset_unit" type="QString" value="MM" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '255,255,255,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="FontMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="chr" type="QString" value="≠" />
       <Option name="font" type="QString" value="DejaVu Sans" />
       <Option name="color" type="QString" value="0,0,0,0" />
       <Option name="outline_color" type="QString" value="0,0,0,0" />
       <Option name="size" type="QString" value="2.646" />
       <Option name="size_unit" type="QString" value="MM" />
       <Option name="offset_unit" type="QString" value="MM" />
       <Option name="horizontal_anchor_point" type="QString" value="1" />
       <Option name="vertical_anchor_point" type="QString" value="1" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" type="Map">
         <Option name="fillColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="outlineColor" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="if(&quot;difference_count&quot; &gt; 0, '58,47,91,255', '0,0,0,0')" />
          <Option name="type" type="int" value="3" />
         </Option>
         <Option name="offset" type="Map">
          <Option name="active" type="bool" value="true" />
          <Option name="expression" type="QString" value="((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937) || ',-' || ((1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) + 0.7937)" />
          <Option name="type" type="int" value="3" />
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
   <orderby>
    <orderByClause asc="0" nullsFirst="0">"killed_min"</orderByClause>
   </orderby>
  </renderer-v2>
  <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="centerSymbol">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" type="QString" value="circle" />
     <Option name="color" type="QString" value="58,47,91,255" />
     <Option name="outline_color" type="QString" value="255,255,255,255" />
     <Option name="size" type="QString" value="0.7937" />
     <Option name="size_unit" type="QString" value="MM" />
     <Option name="outline_width" type="QString" value="0.2646" />
     <Option name="outline_width_unit" type="QString" value="MM" />
     <Option name="joinstyle" type="QString" value="round" />
     <Option name="offset_unit" type="QString" value="MM" />
    </Option>
   </layer>
  </symbol>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="concat(coalesce(&quot;place&quot; || coalesce(' · ' || &quot;place_local&quot;, ''), &quot;title&quot;), '\n', &quot;date_text&quot;)" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="34,34,34,255" multilineHeight="1" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,217" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128" />
   </text-style>
   <placement placement="6" dist="1.8" distUnits="MM" offsetType="1" priority="5" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
   <rendering drawLabels="1" obstacle="1" displayAll="0" fontMaxPixelSize="10000" />
  </settings>
 </labeling>
 <fieldConfiguration>
  <field name="id">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="title">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="symbol">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="event_type">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="sub_event_type">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="first_day">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="last_day">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="date_precision">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="date_text">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="place">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="place_local">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="level">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="district">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="province">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="country">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="method">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="reason">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="no_point_reason">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="radius_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="part_count">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="site_count">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="sites_claimed_min">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="sites_claimed_max">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="border">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_min_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_max_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="border_country">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="near_border">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="near_on_all_lines">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="at_gap">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_min">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_max">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_most">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_min">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_max">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_most">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="actors">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="actor_side">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="side_actor">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="targets">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="target_names">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="victims">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="weapons">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="account_count">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="sources">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="outside_count">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="difference_count">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="differing_fields">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="confidence">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="confidence_rule">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="confirmed_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The incident's id, which never changes" />
  <alias field="title" name="A headline in our own words" />
  <alias field="symbol" name="What the symbol shows" />
  <alias field="event_type" name="ACLED's event type" />
  <alias field="sub_event_type" name="ACLED's sub-event type" />
  <alias field="first_day" name="The earliest day it can have happened" />
  <alias field="last_day" name="The latest day it can have happened" />
  <alias field="date_precision" name="Day, month, year, interval, no later than, no earlier than, or undated" />
  <alias field="date_text" name="The date in words" />
  <alias field="place" name="The place of the best region" />
  <alias field="place_local" name="Its name in the local script" />
  <alias field="level" name="How finely the place is known" />
  <alias field="district" name="The district or county that holds it, where the sources say so" />
  <alias field="province" name="The first-level area that holds it" />
  <alias field="country" name="ISO 3166-1 alpha-2 code of the country, from the sources" />
  <alias field="method" name="How the region was found, or why there is none" />
  <alias field="reason" name="Why this region is the best, and which accounts it leaves aside" />
  <alias field="no_point_reason" name="Why the incident has no point" />
  <alias field="radius_km" name="How far the region reaches from the point (km)" />
  <alias field="part_count" name="How many separate areas the region has" />
  <alias field="site_count" name="How many places it hit that accounts name, each a row of sites" />
  <alias field="sites_claimed_min" name="Fewest places hit by any account's count, named or not" />
  <alias field="sites_claimed_max" name="Most places hit by any account's count" />
  <alias field="border" name="The border that distances are measured to" />
  <alias field="distance_km" name="Distance of the point from the border (km)" />
  <alias field="distance_min_km" name="Least distance of the region from the border (km)" />
  <alias field="distance_max_km" name="Greatest distance of the region from the border (km)" />
  <alias field="border_country" name="The country on whose side the region lies" />
  <alias field="near_border" name="Yes, no or unknown" />
  <alias field="near_on_all_lines" name="Yes where every further line of the border gives the same verdict, else no" />
  <alias field="at_gap" name="1 where a gap in the border's line may be nearer than the line" />
  <alias field="killed_min" name="Fewest killed over all accounts" />
  <alias field="killed_max" name="Most killed over all accounts" />
  <alias field="killed_most" name="The greatest number killed that an account gives, be it a lower bound" />
  <alias field="killed_by" name="Who gives the least and the greatest number killed" />
  <alias field="injured_min" name="Fewest injured over all accounts" />
  <alias field="injured_max" name="Most injured over all accounts" />
  <alias field="injured_most" name="The greatest number injured that an account gives, be it a lower bound" />
  <alias field="injured_by" name="Who gives the least and the greatest number injured" />
  <alias field="actors" name="Who did it, each with (claimed), (acknowledged), (alleged) or (denied) where not stated" />
  <alias field="actor_side" name="The side of who did it, as the colour shows" />
  <alias field="side_actor" name="The first actor that this side stands on" />
  <alias field="targets" name="Against whom or what, as the accounts say, each with its speaker, and (denied) or the like where not stated" />
  <alias field="target_names" name="The same without speaker and status" />
  <alias field="victims" name="Who the dead and injured were, as the accounts say, each with its speaker" />
  <alias field="weapons" name="With what" />
  <alias field="account_count" name="How many claims tell of it" />
  <alias field="sources" name="The articles that tell of it" />
  <alias field="outside_count" name="How many of the accounts are outside publications" />
  <alias field="difference_count" name="How many differences between the accounts are recorded" />
  <alias field="differing_fields" name="The fields in which accounts differ" />
  <alias field="confidence" name="Confirmed, several sources, single source, disputed or claimed" />
  <alias field="confidence_rule" name="The rule behind that word" />
  <alias field="confirmed_by" name="The accounts that agree, where it is confirmed" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="title" editable="0" />
  <field name="symbol" editable="0" />
  <field name="event_type" editable="0" />
  <field name="sub_event_type" editable="0" />
  <field name="first_day" editable="1" />
  <field name="last_day" editable="1" />
  <field name="date_precision" editable="0" />
  <field name="date_text" editable="0" />
  <field name="place" editable="0" />
  <field name="place_local" editable="0" />
  <field name="level" editable="0" />
  <field name="district" editable="0" />
  <field name="province" editable="0" />
  <field name="country" editable="0" />
  <field name="method" editable="0" />
  <field name="reason" editable="0" />
  <field name="no_point_reason" editable="0" />
  <field name="radius_km" editable="1" />
  <field name="part_count" editable="0" />
  <field name="site_count" editable="0" />
  <field name="sites_claimed_min" editable="0" />
  <field name="sites_claimed_max" editable="0" />
  <field name="border" editable="0" />
  <field name="distance_km" editable="0" />
  <field name="distance_min_km" editable="0" />
  <field name="distance_max_km" editable="0" />
  <field name="border_country" editable="0" />
  <field name="near_border" editable="0" />
  <field name="near_on_all_lines" editable="0" />
  <field name="at_gap" editable="0" />
  <field name="killed_min" editable="0" />
  <field name="killed_max" editable="0" />
  <field name="killed_most" editable="0" />
  <field name="killed_by" editable="0" />
  <field name="injured_min" editable="0" />
  <field name="injured_max" editable="0" />
  <field name="injured_most" editable="0" />
  <field name="injured_by" editable="0" />
  <field name="actors" editable="0" />
  <field name="actor_side" editable="0" />
  <field name="side_actor" editable="0" />
  <field name="targets" editable="0" />
  <field name="target_names" editable="0" />
  <field name="victims" editable="0" />
  <field name="weapons" editable="0" />
  <field name="account_count" editable="0" />
  <field name="sources" editable="0" />
  <field name="outside_count" editable="0" />
  <field name="difference_count" editable="0" />
  <field name="differing_fields" editable="0" />
  <field name="confidence" editable="0" />
  <field name="confidence_rule" editable="0" />
  <field name="confirmed_by" editable="0" />
 </editable>
 <previewExpression>"title"</previewExpression>
 <mapTip>&lt;div style="width:420px"&gt;&lt;b&gt;[% replace("title", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;When&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("date_text", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Where&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(array_to_string(array_filter(array("place", "place_local", "district", "province", "country"), @element is not null), ', '), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Known to&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("level" || coalesce(': ' || "no_point_reason", ''), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Distance to the border&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "distance_min_km" is null and "distance_max_km" is null then 'not stated' when "distance_max_km" is null then 'at least ' || "distance_min_km" || ' km' when "distance_min_km" is null then 'at most ' || "distance_max_km" || ' km' when "distance_min_km" = "distance_max_km" then '' || "distance_min_km" || ' km' else '' || "distance_min_km" || ' to ' || "distance_max_km" || ' km' end || coalesce(', inside ' || "border_country", '') || ', near: ' || "near_border", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Killed&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "killed_max" is null and "killed_most" &gt; "killed_min" then '' || "killed_min" || ' to ' || "killed_most" || ' or more' else case when "killed_min" is null and "killed_max" is null then 'not stated' when "killed_max" is null then 'at least ' || "killed_min" || '' when "killed_min" is null then 'at most ' || "killed_max" || '' when "killed_min" = "killed_max" then '' || "killed_min" || '' else '' || "killed_min" || ' to ' || "killed_max" || '' end end || case when "killed_min" is not null and coalesce(array_contains(string_to_array("differing_fields", '; '), 'killed'), false) then ' · accounts differ' else '' end || case when "killed_most" &gt; "killed_min" then ' (' || "killed_by" || ')' else '' end, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Injured&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "injured_max" is null and "injured_most" &gt; "injured_min" then '' || "injured_min" || ' to ' || "injured_most" || ' or more' else case when "injured_min" is null and "injured_max" is null then 'not stated' when "injured_max" is null then 'at least ' || "injured_min" || '' when "injured_min" is null then 'at most ' || "injured_max" || '' when "injured_min" = "injured_max" then '' || "injured_min" || '' else '' || "injured_min" || ' to ' || "injured_max" || '' end end || case when "injured_min" is not null and coalesce(array_contains(string_to_array("differing_fields", '; '), 'injured'), false) then ' · accounts differ' else '' end || case when "injured_most" &gt; "injured_min" then ' (' || "injured_by" || ')' else '' end, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Who&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("actors", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Against&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("targets", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Who they were&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("victims", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;With&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("weapons", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Accounts differ on&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("differing_fields", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Sources&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("account_count" || ': ' || "sources", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Confidence&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("confidence" || coalesce(': ' || "confidence_rule", ''), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Confirmed by&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("confirmed_by", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Accounts differ&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || try(aggregate('geomap_differences', 'concatenate', replace("field" || ': ' || "version", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')), "incident" = attribute(@parent, 'id'), '&lt;br&gt;'), null) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Who says what&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || try(aggregate('geomap_claims', 'concatenate', replace("article" || ': ' || coalesce("date_text", 'undated') || '; killed: ' || case when "killed_min" is null and "killed_max" is null then 'not stated' when "killed_max" is null then 'at least ' || "killed_min" || '' when "killed_min" is null then 'at most ' || "killed_max" || '' when "killed_min" = "killed_max" then '' || "killed_min" || '' else '' || "killed_min" || ' to ' || "killed_max" || '' end || '; injured: ' || case when "injured_min" is null and "injured_max" is null then 'not stated' when "injured_max" is null then 'at least ' || "injured_min" || '' when "injured_min" is null then 'at most ' || "injured_max" || '' when "injured_min" = "injured_max" then '' || "injured_min" || '' else '' || "injured_min" || ' to ' || "injured_max" || '' end || coalesce('; by ' || "actors", ''), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')), "incident" = attribute(@parent, 'id'), '&lt;br&gt;'), null) || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;&lt;/div&gt;</mapTip>
</qgis>
